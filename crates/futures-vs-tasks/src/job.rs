//! Jobs, and what is seen of those under way.

use std::{
    collections::HashSet,
    fmt, hint,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use crate::Table;

/// What a job does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It waits for so long.
    Wait(Duration),
    /// It keeps a processor busy with so many steps.
    Compute(u64),
}

/// A job that several units do, seen from its making on.
#[derive(Clone, Debug)]
pub struct Job {
    /// What it does.
    pub kind: Kind,
    start: Instant,
    under_way: Arc<Mutex<UnderWay>>,
}

#[derive(Debug, Default)]
struct UnderWay {
    now: usize,
    most: usize,
    threads: HashSet<ThreadId>,
}

/// A job that is under way until this is dropped.
#[derive(Debug)]
pub struct Entered<'job>(&'job Job);

/// What was seen of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How long it took all units together.
    pub wall: Duration,
    /// How many were under way at once, at the most.
    pub most: usize,
    /// On how many threads.
    pub threads: usize,
}

impl Kind {
    /// Returns the computation that takes about `duration` here.
    pub fn compute_for(duration: Duration) -> Self {
        const STEPS: u64 = 10_000;
        let start = Instant::now();
        let mut done = 0;
        while start.elapsed() < duration {
            compute(STEPS);
            done += STEPS;
        }
        Self::Compute(done)
    }
}

/// Keeps this thread's processor busy.
pub fn compute(steps: u64) {
    for step in 0..steps {
        hint::black_box(step);
    }
}

impl Job {
    /// Makes a job of which nothing was seen yet.
    pub fn new(kind: Kind) -> Self {
        let (start, under_way) = (Instant::now(), Arc::default());
        Self { kind, start, under_way }
    }

    /// Notes that one is under way, on this thread.
    pub fn enter(&self) -> Entered<'_> {
        self.note(|it| {
            it.now += 1;
            it.most = it.most.max(it.now);
            it.threads.insert(thread::current().id());
        });
        Entered(self)
    }

    /// Returns what was seen so far.
    pub fn seen(&self) -> Seen {
        let wall = self.start.elapsed();
        self.note(|it| Seen {
            wall,
            most: it.most,
            threads: it.threads.len(),
        })
    }

    /// Adds a row on what was seen until now of this job, which
    /// was done in this `way`.
    pub(crate) fn end(&self, table: &mut Table, way: &str) {
        table.row(format!("{}, {way}", self.kind), self.seen());
    }

    fn note<T>(&self, note: impl FnOnce(&mut UnderWay) -> T) -> T {
        let lock = self.under_way.lock();
        note(&mut lock.unwrap_or_else(PoisonError::into_inner))
    }
}

impl Drop for Entered<'_> {
    fn drop(&mut self) {
        self.0.note(|it| it.now -= 1);
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Wait(_) => "wait",
            Self::Compute(_) => "compute",
        })
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { wall, most, threads } = self;
        let s = if *threads == 1 { "" } else { "s" };
        let wall = wall.as_secs_f64();
        write!(
            f,
            "{wall:.2} s, {most} at once, on {threads} thread{s}"
        )
    }
}
