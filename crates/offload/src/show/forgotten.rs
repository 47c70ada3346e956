//! Shows what comes of writes for which nobody waits.

use flags::Counts;
use lesson::say;

use super::{begin, compare, counts};
use crate::{Plan, Seen, words};

/// Compares a version that waits with one that does not.
pub(super) fn show(plan: &Plan) -> anyhow::Result<Vec<Counts>> {
    begin(plan);
    let runs = compare(plan, plan.count())?;
    let [who, says, then, end] =
        ["", "it says", "on the disk then", "in the end"];
    say!("{who:<15}{says:>16}{then:>20}{end:>27}");
    let (ok, written, failed) = ("saved", "written", "failed");
    say!(
        "{who:<15}{ok:>8}{failed:>8}{written:>12}{failed:>8}\
         {written:>11}{failed:>8}{:>8}",
        "never"
    );
    for seen in &runs {
        let Seen { name, told, disk, .. } = seen;
        let (says, then) = (told.counts, told.disk);
        say!(
            "{name:<15}{:>8}{:>8}{:>12}{:>8}{:>11}{:>8}{:>8}",
            says.ok,
            says.error,
            then.written,
            then.failed,
            disk.written,
            disk.failed,
            never(seen),
        );
    }
    say!();
    for seen in &runs {
        words::say_wrapped(&sentence(seen));
    }
    let mut counts = counts(&runs);
    if plan.fails_by_itself {
        // The step's own failures are no failure of the program.
        for (counts, seen) in counts.iter_mut().zip(&runs) {
            let own = seen.disk.failed;
            counts.error = counts.error.saturating_sub(own);
        }
    }
    Ok(counts)
}

/// Returns how many writes were promised and never begun.
fn never(seen: &Seen) -> usize {
    seen.told.counts.ok.saturating_sub(seen.disk.asked)
}

/// Says what was promised, and what was kept of it.
fn sentence(seen: &Seen) -> String {
    let Seen { name, told, disk, .. } = seen;
    let (ok, then) = (told.counts.ok, told.disk);
    let nowhere = ok.saturating_sub(disk.written);
    let error = match seen.failures.first() {
        None => "No error was heard of".to_owned(),
        Some(it) => format!("First error, {}: {}", it.cc, it.error),
    };
    if ok == 0 {
        return format!("{name}: none was said to be saved.");
    }
    if nowhere == 0 && then == *disk {
        return format!(
            "{name}: all {ok} are on the disk. {error}."
        );
    }
    let early = ok.saturating_sub(then.written + then.failed);
    let never = match never(seen) {
        0 => String::new(),
        never => format!(
            " {never} of them were not begun when the runtime \
             ended, and went with it."
        ),
    };
    format!(
        "{name}: of {ok} said to be saved, {nowhere} are nowhere; \
         {early} writes had not ended when all was said to be \
         done.{never} {error}."
    )
}
