//! Step `slow`: many clients that type one byte a second.

use std::{io, time::Duration};

use lesson::say;

use super::words::{count, millis};
use crate::{
    costs::Costs,
    slow::{Crowd, Seen, WORD},
};

/// Lets `clients` type a byte in each `pace`, and a quick one ask
/// meanwhile.
pub(crate) fn show(
    clients: usize,
    pace: Duration,
) -> io::Result<()> {
    let mut crowd = Crowd::gather(clients)?;
    say!(
        "A child process serves {} and a quick one; it has {} \
         seats.\n",
        count(clients, "slow client"),
        clients + 1
    );
    let each = say_costs(&crowd, clients);
    say!(
        "\nEach slow client types a byte in {pace:?}. The quick \
         one asks meanwhile:"
    );
    let mut all = Seen::default();
    for typed in WORD.chars() {
        let seen = crowd.round(typed as u8, pace)?;
        let shown = if typed == '\n' { '⏎' } else { typed };
        let answers = count(seen.answers, "answer");
        let slowest = millis(seen.slowest);
        say!("  {shown} typed: {answers}, in {slowest} at most");
        all.answers += seen.answers;
        all.slowest = all.slowest.max(seen.slowest);
    }
    let answered = crowd.answered()?;
    say!("{answered} of {clients} slow clients have their answer.");
    say!("One client more is told: {}", crowd.one_more()?);
    say!(
        "\nAn idle connection costs {each}; the quick client got\n\
         {}, each in {} at most.",
        count(all.answers, "answer"),
        millis(all.slowest)
    );
    Ok(())
}

/// Prints what the clients cost, and returns what each of them
/// does.
fn say_costs(crowd: &Crowd, clients: usize) -> String {
    let row = |title: &str, memory: String, threads: String| {
        say!("{title:<24}{memory:>12}{threads:>10}");
    };
    let of = |title: &str, costs: Option<Costs>| {
        let Some(Costs { memory_bytes, threads }) = costs else {
            return row(title, "n/a".into(), "n/a".into());
        };
        let memory = (memory_bytes / 1024).to_string();
        row(title, memory, threads.to_string());
    };
    row("", "memory, KiB".into(), "threads".into());
    of("before they came", crowd.before);
    of(&format!("with {clients}, all silent"), crowd.with_all);
    let Some((memory, threads)) = each(crowd, clients) else {
        return "n/a".to_owned();
    };
    let memory = format!("{:.1}", memory / 1024.0);
    row("for each", memory.clone(), format!("{threads:.1}"));
    say!(
        "Memory is what is resident; what the kernel holds for a \
         socket or a thread\ncomes on top."
    );
    let threads = count(threads.round() as usize, "thread");
    format!("{memory} KiB and {threads}")
}

/// Returns how many bytes and threads there are for each client.
fn each(crowd: &Crowd, clients: usize) -> Option<(f64, f64)> {
    let (before, after) = crowd.before.zip(crowd.with_all)?;
    let share = |before: u64, after: u64| {
        after.saturating_sub(before) as f64 / clients as f64
    };
    let memory = share(before.memory_bytes, after.memory_bytes);
    Some((memory, share(before.threads, after.threads)))
}
