//! A heartbeat: something that must not be kept waiting.
//!
//! In the thread half it is a thread of its own; in the async half
//! it is a task among the others, on the same thread as they.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crate::Gaps;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Takes note of each tick of a heartbeat.
pub struct Pulse {
    every: Duration,
    beat: Mutex<Beat>,
    on_tick: Box<dyn Fn() + Send + Sync>,
}

struct Beat {
    last: Instant,
    gaps: Vec<Duration>,
}

impl Pulse {
    /// Makes the pulse of a heartbeat that is to tick as often.
    pub fn new(every: Duration) -> Arc<Self> {
        Self::calling(every, || ())
    }

    /// Makes one that calls `on_tick` at each tick, too.
    pub fn calling(
        every: Duration,
        on_tick: impl Fn() + Send + Sync + 'static,
    ) -> Arc<Self> {
        let last = Instant::now();
        let beat = Mutex::new(Beat { last, gaps: Vec::new() });
        Arc::new(Self { every, beat, on_tick: Box::new(on_tick) })
    }

    /// Returns how long a gap should be.
    pub fn every(&self) -> Duration {
        self.every
    }

    /// Returns how often it has ticked.
    pub fn ticks(&self) -> usize {
        self.beat().gaps.len()
    }

    /// Returns the gaps between ticks.
    pub fn gaps(&self) -> Gaps {
        Gaps::new(self.every, self.beat().gaps.clone())
    }

    /// Begins: the first gap is from here to the first tick.
    fn begin(&self) {
        self.beat().last = Instant::now();
    }

    fn tick(&self) {
        let mut beat = self.beat();
        let now = Instant::now();
        let gap = now - beat.last;
        beat.gaps.push(gap);
        beat.last = now;
        drop(beat);
        (self.on_tick)();
    }

    /// Ends: a tick that is overdue counts as a gap, too.
    fn end(&self) {
        let mut beat = self.beat();
        let gap = beat.last.elapsed();
        if gap > self.every {
            beat.gaps.push(gap);
        }
    }

    fn beat(&self) -> MutexGuard<'_, Beat> {
        self.beat.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
