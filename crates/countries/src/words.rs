//! What is said before and after a run.

use flags::{Job, Program, Unit, dest::Dest, server::Embedded};

use crate::{Book, Hold, Plan, log::Log};

/// Says how the permits will be held, and who waits for them.
pub(crate) fn beginning(program: &Program, plan: Plan) -> String {
    let Plan { hold, permits, units, .. } = plan;
    let who = match program.unit {
        Unit::Thread => "thread",
        _ => "task",
    };
    let who = counted(units, who);
    let permits = counted(permits, "permit");
    let about = hold.about();
    format!("{permits} for {who}; {}: {about}", hold.name())
}

/// Returns `count` and what is counted: `1 permit`, `2 permits`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// Says who waits.
pub(crate) fn who(program: &Program) -> &'static str {
    match program.unit {
        Unit::Thread => "on threads that wait",
        _ => "by tasks on one thread (tokio, current-thread)",
    }
}

/// Says what was seen.
pub(crate) fn ending(
    book: &Book<'_>,
    job: &Job,
    server: Option<&dyn Embedded>,
    hold: Hold,
) -> String {
    let count = job.count();
    let mut text = files(book, &job.dest);
    let visits = server.map(|it| it.visits());
    let log = visits.as_ref().map(|it| Log::new(it, count));
    text += &match log {
        None => "For how long permits were held cannot be told: \
                 the server is elsewhere.\n"
            .to_owned(),
        Some(None) => "For how long permits were held cannot be \
                       told: codes came twice, or too many.\n"
            .to_owned(),
        Some(Some(log)) => format!(
            "By the server's clock, a permit was held for {} ms at \
             most, and a download\nstood for {} ms between its two \
             requests, on average.\n",
            log.longest_hold(hold).as_millis(),
            log.mean_gap().as_millis()
        ),
    };
    text
}

/// Says how the files are called, if there are any.
fn files(book: &Book<'_>, dest: &Dest) -> String {
    let (Some((from, to)), Some(first)) =
        (book.names(), book.first())
    else {
        return String::new();
    };
    let what = match dest {
        Dest::Folder(_) => "saved",
        Dest::Nowhere => "would be",
    };
    let to = match from == to {
        true => String::new(),
        false => format!(" to {to}"),
    };
    let first = first.as_secs_f64();
    format!("{what}: {from}{to}, the first after {first:.2} s\n")
}
