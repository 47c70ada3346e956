//! Step `cancel`: ending a spinner that was not told to stop.
//!
//! The classic Python program *cancels* its task: an exception
//! arrives at the `await` that is pending. The spinner catches it,
//! leaves its loop, erases its line and returns. It could as well
//! go on.
//!
//! Rust has no such exception. A task that is aborted is dropped
//! at its pending `.await`; no line after that one runs ([`wrong`]
//! waits for its turn in vain, and its frame is left on the
//! screen). What must happen in any case stands in a `Drop`, which
//! runs wherever a task is dropped ([`async`]).
//!
//! No call ends a thread from outside. It must look by itself
//! whether it is to end, and it must be woken to look
//! ([`thread`]): a flag, and `unpark`. The flag is atomic, since a
//! `bool` that two threads share does not compile,
//!
//! ```compile_fail
//! # use std::thread;
//! let mut stop = false;
//! thread::scope(|scope| {
//!     scope.spawn(|| while !stop { thread::yield_now() });
//!     stop = true;
//! });
//! ```
//!
//! and an atomic one does:
//!
//! ```
//! # use std::{sync::atomic::{AtomicBool, Ordering}, thread};
//! let stop = AtomicBool::new(false);
//! thread::scope(|scope| {
//!     scope.spawn(|| while !stop.load(Ordering::Relaxed) {
//!         thread::yield_now();
//!     });
//!     stop.store(true, Ordering::Relaxed);
//! });
//! ```
//!
//! Source: after `spinner_thread.py` and `spinner_async.py`,
//! *Fluent Python*, ch. 19.

use std::{io, time::Duration};

use lesson::{output, say};
use timeline::{asynchronous, blocking};

use crate::{Screen, THREADS, Times, runtime};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod wrong;

/// How a spinner ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ended {
    /// What the slow function returned.
    pub answer: u32,
    /// Whether the spinner was cancelled, and so did not return.
    pub cancelled: bool,
}

/// Asks a thread to end, and prints what came of it.
pub fn show_threads(times: Times) {
    say!("{THREADS}");
    let guarded = show("by a guard", times.tick, |screen| {
        blocking::lane("main", || thread::supervisor(times, screen))
    });
    say!("Asked to end: with a guard the frame was {guarded}.");
}

/// Aborts a task whose frame a guard erases, then one that would
/// do so itself, and prints what came of both.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(times: Times) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    let guarded = show("by a guard", times.tick, |screen| {
        let supervisor = r#async::supervisor(times, screen);
        runtime.block_on(asynchronous::lane("guard", supervisor))
    });
    let bare = show("after the .await", times.tick, |screen| {
        let supervisor = wrong::supervisor(times, screen);
        runtime.block_on(asynchronous::lane("no guard", supervisor))
    });
    say!(
        "Aborted: with a guard the frame was {guarded}, without \
         one it was {bare}."
    );
    Ok(())
}

/// Shows a spinner that is to erase its frame in this `way`, and
/// returns what became of the frame.
fn show(
    way: &str,
    tick: Duration,
    run: impl FnOnce(&Screen) -> Ended,
) -> &'static str {
    say!("\nTo be erased {way}:");
    let screen = Screen::stdout();
    let ended = run(&screen);
    let seen = screen.seen();
    if !seen.erased {
        if output::is_terminal() {
            say!();
        }
        say!("(this frame was left)");
    }
    let end = if ended.cancelled {
        "JoinError::is_cancelled() is true"
    } else {
        "the spinner returned"
    };
    say!("Answer: {}; {end}", ended.answer);
    say!("{}", seen.sentence(tick));
    if seen.erased { "erased" } else { "left" }
}
