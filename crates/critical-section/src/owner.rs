//! Step `owner`: no lock, and right on any number of threads.
//!
//! The bank belongs to one unit. Whoever wants money moved sends
//! it an order through a channel; it carries out one after the
//! other, and it may wait in the middle as it likes. Tokio's own
//! advice is to prefer this to its `Mutex` where something is
//! awaited again and again, such as a connection.
//!
//! Source: documentation of `tokio::sync::Mutex`, "Which kind of
//! mutex should you use?".

use std::{io, time::Duration};

use lesson::say;

use crate::{
    INTO_ONE, Outcome, runtime,
    show::{self, THREADS},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Sends orders from two threads to a third, and prints what it
/// does.
pub fn show_threads(patience: Duration) {
    say!("{THREADS}");
    show::say_gap(patience);
    let title = "Two threads send orders to a third";
    let outcome = show::run(title, patience, |bank| {
        thread::transfer_all(bank, INTO_ONE)
    });
    conclude(&outcome);
}

/// Sends orders from two tasks to a third, and prints what it
/// does.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(patience: Duration) -> io::Result<()> {
    let runtime = runtime::multi_thread()?;
    say!("{}", runtime::describe(&runtime));
    show::say_gap(patience);
    let title = "Two tasks send orders to a third";
    let outcome = show::run(title, patience, |bank| {
        runtime.block_on(r#async::transfer_all(bank, INTO_ONE))
    });
    conclude(&outcome);
    Ok(())
}

fn conclude(outcome: &Outcome) {
    let (done, lost) = (outcome.done(), outcome.lost());
    say!(
        "One owner, no lock: {done} orders carried out, {lost} \
         lost."
    );
}
