//! Step `cpu_bound`: a processor that works instead of waiting.
//!
//! A prime test waits for nothing, so there is no `.await` at which
//! its task would let others run. There are three remedies: pauses
//! every so many steps, a thread of the runtime, a thread of one's
//! own. Threads need none: the system takes the processor from one
//! and gives it to another.
//!
//! The test is an amount of work, measured out beforehand: that it
//! lasts longer beside a spinner would show.
//!
//! Source: after `spinner_prime_async_broken.py` and
//! `spinner_prime_async_nap.py`, *Fluent Python*, ch. 19.

use std::io;

use lesson::say;
use timeline::{asynchronous, blocking};

use crate::{PrimeTest, Screen, THREADS, Table, Times, runtime};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How many steps of a test may pass between two pauses: less
/// than a millisecond's worth.
const STEPS: usize = 10_000;

/// Who tests, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The one that asks, without a pause.
    Straight,
    /// The one that asks, with pauses.
    Yielding,
    /// A thread, whose end is the answer.
    Blocking,
    /// A thread, whose message is the answer.
    Threaded,
}

/// Finishes `test` on a thread that does nothing else.
fn finish(test: PrimeTest) -> bool {
    blocking::lane("test", || test.finish())
}

impl Way {
    /// All there are.
    pub const ALL: [Self; 4] = [
        Self::Straight,
        Self::Yielding,
        Self::Blocking,
        Self::Threaded,
    ];
}

/// Tests beside a spinner in all ways, and prints what it did.
pub fn show_threads(times: Times) {
    say!("{THREADS}");
    let names = [
        "straight",
        "thread::yield_now",
        "thread::spawn, join",
        "thread::spawn, channel",
    ];
    show(names, times, |name, way, test, screen| {
        blocking::lane(name, || {
            thread::supervisor(way, test, times.tick, screen)
        })
    });
}

/// Tests beside a spinner in all ways, and prints what it did.
///
/// # Errors
///
/// If the system refuses the runtime what it needs.
pub fn show_tasks(times: Times) -> io::Result<()> {
    let runtime = runtime::current_thread()?;
    say!("{}", runtime::describe(&runtime));
    let names = [
        "straight",
        "task::yield_now",
        "task::spawn_blocking",
        "thread::spawn, channel",
    ];
    show(names, times, |name, way, test, screen| {
        let supervisor =
            r#async::supervisor(way, test, times.tick, screen);
        runtime.block_on(asynchronous::lane(name, supervisor))
    });
    Ok(())
}

fn show(
    names: [&'static str; 4],
    times: Times,
    run: impl Fn(&str, Way, PrimeTest, &Screen) -> bool,
) {
    let test = PrimeTest::lasting(times.work);
    let (number, work) = (test.number(), times.work);
    say!("Is {number} prime? Trying its divisors takes about");
    say!("{work:?} on this machine, when nothing disturbs it.");
    let mut table = Table::begin("way", times.tick);
    let mut found = 0;
    for (way, name) in Way::ALL.into_iter().zip(names) {
        let is_prime =
            table.row(name, |screen| run(name, way, test, screen));
        found += usize::from(!is_prime);
    }
    let count = names.len();
    say!("{found} of {count} runs found that it is not prime.");
    table.end();
}
