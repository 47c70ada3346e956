//! For which waits it is worth to do something else.

use crate::{
    Rung, Spread,
    rounds::{Measured, ascending, find},
    rung::{TASKS, THREADS},
};

/// Away and back.
const SWITCHES: f64 = 2.0;

/// What a wait is, beside two switches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The waits that are longer in nine of ten rounds than two
    /// switches are in nine of ten, the shortest first.
    pub longer: Vec<Rung>,
    /// Those that are neither longer nor shorter in that sense.
    pub unclear: Vec<Rung>,
}

/// Compares every wait with two switches.
pub fn worth(measured: &[Measured], switch: &Spread) -> Worth {
    let (low, high) =
        (switch.p10 * SWITCHES, switch.p90 * SWITCHES);
    let mut worth =
        Worth { longer: Vec::new(), unclear: Vec::new() };
    for (rung, wait) in ascending(measured) {
        if [TASKS, THREADS].contains(&rung) || wait.p90 < low {
            continue;
        }
        let is_longer = wait.p10 > high;
        let list = match is_longer {
            true => &mut worth.longer,
            false => &mut worth.unclear,
        };
        list.push(rung);
    }
    worth
}

/// Says for which waits a switch is worth it.
pub fn sentence(measured: &[Measured]) -> String {
    format!(
        "Away and back are two switches: {}; {}.",
        said_of("threads", THREADS, measured),
        said_of("tasks", TASKS, measured)
    )
}

fn said_of(
    what: &str,
    switch: Rung,
    measured: &[Measured],
) -> String {
    let Some(switch) = find(measured, switch) else {
        return format!("of {what} not measured");
    };
    let took = switch.median() * SWITCHES;
    let Worth { longer, unclear } = worth(measured, switch);
    let longer = match longer.as_slice() {
        [] => "no wait here".to_owned(),
        [only] => format!("one wait, the {}", one(only)),
        [first, ..] => format!(
            "{} waits, from the {} up",
            longer.len(),
            one(first)
        ),
    };
    let unclear = match unclear.as_slice() {
        [] => String::new(),
        [only] => format!(" (too close to tell: {})", one(only)),
        many => format!(" ({} are too close to tell)", many.len()),
    };
    format!("of {what} {took}, worth it for {longer}{unclear}")
}

fn one(rung: &Rung) -> &'static str {
    let [_, one] = rung.several;
    one
}
