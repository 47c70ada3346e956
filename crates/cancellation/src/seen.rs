//! What was seen when a unit was stopped.

use std::{
    fmt,
    time::{Duration, Instant},
};

use crate::{Audit, Job};

/// How a unit came to its end.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The time from asking to stopped.
    pub stopped_in: Duration,
    /// Where the records were then.
    pub audit: Audit,
}

impl Seen {
    /// Takes note that the unit which works on `job` and was asked
    /// to stop at `asked` has stopped now.
    pub fn since(asked: Instant, job: &Job) -> Self {
        let stopped_in = asked.elapsed();
        Self { stopped_in, audit: job.audit() }
    }
}

impl fmt::Display for Seen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stopped_in, audit } = self;
        let time = Millis(*stopped_in);
        write!(f, "Stopped in {time}: {audit}.")
    }
}

/// A duration in milliseconds, to a hundredth.
#[derive(Clone, Copy, Debug)]
pub struct Millis(pub Duration);

impl fmt::Display for Millis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{:.2} ms", self.0.as_secs_f64() * 1e3);
        f.pad(&text)
    }
}
