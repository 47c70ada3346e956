//! Steps that need no server: what units came to.

use lesson::say;

use crate::{
    close::{End, Ends},
    fair::{First, Order},
    wait::{ALLOWED, Seen},
};

/// Says what came of a wait in a loop, and without one.
pub(super) fn say_wait(right: Seen, wrong: Seen) {
    say!(
        "Only {ALLOWED} may be at work. The first leaves and wakes \
         the second, which waits;\nbut a third comes in before the \
         second looks."
    );
    let row = |what: &str, Seen { waits, most }: Seen| {
        let times = if waits == 1 { "time" } else { "times" };
        say!(
            "{what:12}  the second waited {waits} {times}; at work \
             at the most: {most}"
        );
    };
    row("with `while`", right);
    row("with `if`", wrong);
    let (right, wrong) = (right.most, wrong.most);
    say!(
        "Allowed at work: {ALLOWED}. With `while` there were \
         {right}, with `if` {wrong}."
    );
}

/// Says who got the permits that came back.
pub(super) fn say_fair(rounds: &[First], order: &Order) {
    let came_by = |first: &&First| **first == First::CameBy;
    let passed = rounds.iter().filter(came_by).count();
    let rounds = rounds.len();
    say!("The only permit comes back while one waits for it.");
    let before = format!("{passed} of {rounds} times");
    say!("who comes by has it first  {before}");
    let many = order.0.len();
    let who = format!("{many} wait, nobody comes by");
    say!("{who:25}  {order}");
    let queue = match passed {
        0 => "there was a queue.",
        _ => {
            "no queue.\nIn which order those who wait are woken, \
             the system chooses."
        }
    };
    say!("Who had waited was passed over {before}: {queue}");
}

/// Says what became of all when the semaphore was closed.
pub(super) fn say_close(ends: &Ends) {
    say!(
        "One permit: one holds it, others wait. Then it is closed."
    );
    let row = |what: &str, end: &End| match end {
        Ok(work) => say!("{what:18}  {work}"),
        Err(error) => say!("{what:18}  error: {error}"),
    };
    for end in &ends.waited {
        row("waited for it", end);
    }
    row("came later", &ends.late);
    row("held the permit", &ends.held);
    let Ends { held, waited, late } = ends;
    let all = waited.iter().chain([held, late]);
    let done = all.clone().filter(|end| end.is_ok()).count();
    let refused = all.count() - done;
    say!(
        "{done} finished its work; {refused} got an error instead."
    );
}
