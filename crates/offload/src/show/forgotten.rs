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
    say!("{who:<16}{says:>17}{then:>20}{end:>19}");
    let (ok, written, failed) = ("saved", "written", "failed");
    say!(
        "{who:<16}{ok:>9}{failed:>8}{written:>12}{failed:>8}\
         {written:>11}{failed:>8}"
    );
    for Seen { name, told, disk, .. } in &runs {
        let (says, then) = (told.counts, told.disk);
        say!(
            "{name:<16}{:>9}{:>8}{:>12}{:>8}{:>11}{:>8}",
            says.ok,
            says.error,
            then.written,
            then.failed,
            disk.written,
            disk.failed,
        );
    }
    say!();
    for seen in &runs {
        words::say_wrapped(&sentence(seen));
    }
    Ok(counts(&runs))
}

/// Says what was promised, and what was kept of it.
fn sentence(seen: &Seen) -> String {
    let Seen { name, told, disk, .. } = seen;
    let ok = told.counts.ok;
    let nowhere = ok.saturating_sub(disk.written);
    let then = told.disk;
    let under_way = disk.asked - then.written - then.failed;
    let error = seen.failures.first().map_or_else(
        || "It names no error.".to_owned(),
        |first| {
            format!(
                "Its first error, {}: {}.",
                first.cc, first.error
            )
        },
    );
    format!(
        "{name}: of {ok} flags said to be saved, {nowhere} are \
         nowhere; when the last was said, {under_way} writes had \
         not ended. {error}"
    )
}
