//! Step `joined`: at once is not in parallel.
//!
//! `join_all` polls many futures as one: while one waits, the
//! others go on, so that their waiting overlaps. Their computing
//! does not: it all happens on the one thread that polls them.
//! Threads do both at once, as far as there are cores.

use std::{
    collections::HashSet,
    hint::black_box,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self as system, ThreadId},
    time::{Duration, Instant},
};

use flags::server::Embedded;
use lesson::say;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How many steps a job computes: hundredths of a second, or tenths
/// in a debug build.
const STEPS: u64 = 10_000_000;

/// Sees who computes, and how many do so at once.
#[derive(Clone, Debug, Default)]
pub struct Gauge(Arc<Mutex<Seen>>);

#[derive(Debug, Default)]
struct Seen {
    at_work: usize,
    most: usize,
    threads: HashSet<ThreadId>,
}

impl Gauge {
    /// Computes for a while, without waiting for anything.
    pub fn compute(&self) {
        let mut seen = self.lock();
        seen.at_work += 1;
        seen.most = seen.most.max(seen.at_work);
        seen.threads.insert(std::thread::current().id());
        drop(seen);
        black_box(
            (0..STEPS).fold(0, |sum, it| sum ^ black_box(it)),
        );
        self.lock().at_work -= 1;
    }

    /// Returns how many computed at once, at the most.
    pub fn most(&self) -> usize {
        self.lock().most
    }

    /// Returns how many threads computed.
    pub fn threads(&self) -> usize {
        self.lock().threads.len()
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Some jobs that were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// What they did: waited, or computed.
    pub what: &'static str,
    /// How many jobs there were.
    pub count: usize,
    /// How long they took.
    pub time: Duration,
    /// How many did so at once, at the most, if anybody knows.
    pub most: Option<usize>,
}

impl Joined {
    /// Ends the account of jobs that began then, and shows it.
    pub(crate) fn end(
        what: &'static str,
        count: usize,
        began: Instant,
        most: Option<usize>,
    ) -> Self {
        let time = began.elapsed();
        let told = most.map_or("nobody tells".to_owned(), |most| {
            format!("{most} at the same time at the most")
        });
        let ms = time.as_millis();
        let jobs = if count == 1 { "job " } else { "jobs" };
        say!("{count} {jobs} {what:9} {ms:5} ms, {told}");
        Self { what, count, time, most }
    }
}

/// Returns how many requests waited at once, if the server tells.
pub(crate) fn peak(server: Option<&dyn Embedded>) -> Option<usize> {
    let peak = server?.seen().peak_in_flight;
    usize::try_from(peak).ok()
}

/// Says how many threads the system runs in parallel.
pub(crate) fn cores() -> String {
    match system::available_parallelism() {
        Ok(one) if one.get() == 1 => "1 core".to_owned(),
        Ok(cores) => format!("{cores} cores"),
        Err(_) => "nobody knows how many cores".to_owned(),
    }
}

/// Says what overlapped.
pub(crate) fn summary(all: &([Joined; 2], Gauge)) -> String {
    let ([waited, _], gauge) = all;
    let waited = match waited.most {
        Some(most) => format!("{most} waited at once"),
        None => "all waited".to_owned(),
    };
    let threads = gauge.threads();
    let s = if threads == 1 { "" } else { "s" };
    let computed = match gauge.most() {
        1 => format!(
            "Those that compute did so one after\nthe other, on \
             {threads} thread{s}."
        ),
        most => format!(
            "Of those that compute {most} were at it at once,\non \
             {threads} thread{s}: in parallel as far as there are \
             cores ({}).",
            cores()
        ),
    };
    format!("Of the jobs {waited}. {computed}")
}
