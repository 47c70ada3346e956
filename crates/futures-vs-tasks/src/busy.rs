//! Keeping a thread busy.

use std::{
    fmt, hint,
    time::{Duration, Instant},
};

/// Looks without a pause whether `holds`, so that this thread can
/// do nothing else; gives up after `patience`. Tells when it held.
pub fn busy_until(
    holds: impl Fn() -> bool,
    patience: Duration,
) -> Begun {
    let start = Instant::now();
    while !holds() {
        if start.elapsed() >= patience {
            return Begun::AsWeWait;
        }
        hint::spin_loop();
    }
    Begun::Beside
}

/// When a unit began that was spawned by a busy thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begun {
    /// While that thread was busy.
    Beside,
    /// Not before it waited for the unit.
    AsWeWait,
}

impl fmt::Display for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beside => "begins while we are busy",
            Self::AsWeWait => "begins when we wait",
        })
    }
}
