//! Turns, at an even distance from one another.

use std::time::{Duration, Instant};

/// Hands out turns, one in each interval.
///
/// It waits for nobody: it says how long there is to wait.
///
/// # Source
///
/// The generic cell rate algorithm with no burst, as ITU-T I.371
/// and the crate `governor` have it.
#[derive(Clone, Debug)]
pub struct RateLimiter {
    interval: Duration,
    next: Option<Instant>,
}

impl RateLimiter {
    /// Makes a limiter of one turn in each `interval`.
    pub fn new(interval: Duration) -> Self {
        Self { interval, next: None }
    }

    /// Takes the next turn, and returns how long it is until then.
    pub fn take_turn(&mut self) -> Duration {
        self.take_turn_at(Instant::now())
    }

    /// Takes the next turn, at `now`. A turn that nobody took is
    /// lost: a pause earns no burst.
    pub fn take_turn_at(&mut self, now: Instant) -> Duration {
        let turn = self.next.map_or(now, |next| next.max(now));
        self.next = Some(turn + self.interval);
        turn - now
    }
}
