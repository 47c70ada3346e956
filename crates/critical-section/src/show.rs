//! Printing what the steps do.

use std::time::Duration;

use lesson::say;

use crate::{
    bank::{Bank, Outcome},
    journal::Journal,
};

/// What the thread halves say first.
pub(crate) const THREADS: &str =
    "Threads: the system may run them at the same time.";

/// Prints what holds the gap open.
pub(crate) fn say_gap(patience: Duration) {
    say!(
        "Between check and act each waits for the other, {:?} at \
         most.",
        patience
    );
}

/// Prints how long a deadlock lasts here.
pub(crate) fn say_limit(patience: Duration) {
    say!(
        "A wait that would last for ever ends after {patience:?}."
    );
}

/// Prints `title`, runs `run` in a bank whose events are printed,
/// and prints what came of it.
pub(crate) fn run(
    title: &str,
    patience: Duration,
    run: impl FnOnce(Bank) -> Outcome,
) -> Outcome {
    say!("{title}:");
    let bank = Bank::new(patience, Journal::printed());
    let outcome = run(bank);
    say!("  {}", outcome.sentence());
    outcome
}

/// Says whether a claim held in the runs.
pub(crate) fn verdict(held: bool) -> &'static str {
    if held { "true" } else { "false" }
}
