//! Step `slow`: many clients that type one byte a second.

use std::{io, time::Duration};

use lesson::say;

use super::words::{count, micros};
use crate::{
    Unit,
    costs::Costs,
    room,
    slow::{Crowd, Seen, WORD},
};

/// Lets `clients` type a byte in each `pace`, and a quick one ask
/// meanwhile.
pub(crate) fn show(
    unit: Unit,
    clients: usize,
    pace: Duration,
) -> io::Result<()> {
    room::check(unit, clients)?;
    let mut crowd = Crowd::gather(clients)?;
    say!(
        "The server is a process of its own, with a seat for {} \
         and one more.\n",
        count(clients, "slow client")
    );
    let each = say_costs(&crowd, clients);
    say!(
        "\nEach slow client types a byte in {pace:?}; a quick one asks for SNAIL:"
    );
    let mut all = Seen::default();
    for byte in WORD.bytes() {
        let seen = crowd.round(byte, pace)?;
        say!(
            "  {:?} was typed: {} for the quick one, after {} µs at most",
            char::from(byte),
            count(seen.answers as usize, "answer"),
            micros(seen.slowest)
        );
        all.answers += seen.answers;
        all.slowest = all.slowest.max(seen.slowest);
    }
    let answered = crowd.answered()?;
    say!(
        "  {answered} of {clients} slow clients have their answer"
    );
    say!(
        "\nAll seats are taken. One more is told: {}",
        crowd.one_more()?
    );
    say!(
        "\n{}: {} for the quick one, the slowest after {} µs; an \
         idle connection costs {each}.",
        count(clients, "slow client"),
        count(all.answers as usize, "answer"),
        micros(all.slowest)
    );
    Ok(())
}

/// Prints what the clients cost, and returns what each of them
/// does.
fn say_costs(crowd: &Crowd, clients: usize) -> String {
    let row = |title: &str, costs: Option<Costs>| {
        let memory = costs.map(|costs| costs.memory_bytes / 1024);
        let threads = costs.map(|costs| costs.threads);
        let [memory, threads] = [memory, threads].map(or_na);
        say!("{title:<24}{memory:>12}{threads:>10}");
    };
    say!("{:<24}{:>12}{:>10}", "", "memory, KiB", "threads");
    row("without them", crowd.before);
    row(&format!("with {clients}, all silent"), crowd.with_all);
    let each = crowd.before.zip(crowd.with_all);
    let each = each.map(|(before, with_all)| {
        let share = |before: u64, with_all: u64| {
            with_all.saturating_sub(before) as f64 / clients as f64
        };
        let memory =
            share(before.memory_bytes, with_all.memory_bytes);
        (memory / 1024.0, share(before.threads, with_all.threads))
    });
    let Some((memory, threads)) = each else {
        say!("This system does not tell: n/a.");
        return "n/a".to_owned();
    };
    say!("{:<24}{memory:>12.1}{threads:>10.1}", "each of them");
    say!(
        "(Resident memory of the program. What the kernel holds \
         for a socket, and for\neach thread, is not in it.)"
    );
    format!("{memory:.1} KiB and {threads:.0} threads")
}

fn or_na(figure: Option<u64>) -> String {
    figure.map_or_else(|| "n/a".to_owned(), |it| it.to_string())
}
