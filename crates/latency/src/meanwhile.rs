//! What a program could have done while it waited.

use crate::{
    Nanoseconds, Rung, Spread,
    rounds::{Measured, ascending, find},
    rung::{FSYNC, L1, MEMORY, MUTEX, TASKS, THREADS},
    words::{about, slowed},
};

/// What a program does rather than wait, in the sentence.
const DEEDS: [Rung; 5] = [L1, MEMORY, MUTEX, THREADS, FSYNC];

/// The same, in the columns of the table.
const COLUMNS: [(Rung, [&str; 2]); 4] = [
    (L1, ["loads", "from L1"]),
    (MUTEX, ["mutexes", "locked"]),
    (TASKS, ["switches", "of tasks"]),
    (THREADS, ["switches", "of threads"]),
];

/// Says what could have been done during the longest wait of all.
pub fn sentence(measured: &[Measured]) -> String {
    let rungs = ascending(measured);
    let Some((longest, wait)) = rungs.last() else {
        return "Nothing could be measured.".to_owned();
    };
    let deed = |rung: &Rung| {
        let deed = find(measured, *rung)?;
        let times = times(wait, deed)?;
        let [several, one] = rung.several;
        let name = if times == "1.0" { one } else { several };
        Some(format!("{times} {name}"))
    };
    let others = DEEDS.iter().filter(|it| *it != longest);
    let deeds: Vec<String> = others.filter_map(deed).collect();
    let [_, one] = longest.several;
    format!("One {one} is as long as {}.", listed(&deeds, "or"))
}

/// Returns a table: for each wait, the shortest first, how often
/// something else could have been done.
pub fn table(measured: &[Measured]) -> Vec<String> {
    let head = [("during", 0), ("one", 1)].map(|(first, line)| {
        let names =
            COLUMNS.map(|(_, name)| format!("{:>15}", name[line]));
        format!("{first:18}{}", names.concat())
    });
    let rows =
        ascending(measured).into_iter().map(|(rung, wait)| {
            let cells = COLUMNS.map(|(column, _)| {
                let deed = find(measured, column);
                let times = deed.and_then(|it| times(wait, it));
                let itself = rung == column;
                let cell = times.filter(|_| !itself);
                format!("{:>15}", cell.unwrap_or("-".to_owned()))
            });
            format!("{:18}{}", rung.name, cells.concat())
        });
    head.into_iter().chain(rows).collect()
}

/// Says how long the longest wait is to somebody for whom a
/// nanosecond is a second.
pub fn slowed_sentence(measured: &[Measured]) -> String {
    let rungs = ascending(measured);
    let (Some((first, short)), Some((last, long))) =
        (rungs.first(), rungs.last())
    else {
        return "Nothing could be measured.".to_owned();
    };
    format!(
        "If one {} took a second, one {} would take {}.",
        first.several[1],
        last.several[1],
        slowed(Nanoseconds(long.median().per(short.median())))
    )
}

/// Returns how often `deed` goes into `wait`, if it does.
fn times(wait: &Spread, deed: &Spread) -> Option<String> {
    let times = wait.median().per(deed.median());
    (times >= 1.0).then(|| about(times))
}

/// Returns `parts` as a sentence lists them.
pub(crate) fn listed(parts: &[String], last: &str) -> String {
    match parts {
        [] => "nothing else here".to_owned(),
        [only] => only.clone(),
        [parts @ .., end] => {
            format!("{} {last} {end}", parts.join(", "))
        }
    }
}
