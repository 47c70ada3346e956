//! How long this thread had a core.

use std::time::Duration;

/// Returns the CPU time of this thread since its start, where the
/// system tells it. "It does not wait" is not "it has a core":
/// this is what tells the two apart.
#[cfg(any(target_os = "linux", target_os = "macos"))]
pub(crate) fn cpu() -> Option<Duration> {
    use nix::time::{ClockId, clock_gettime};
    let clock = ClockId::CLOCK_THREAD_CPUTIME_ID;
    clock_gettime(clock).ok().map(Duration::from)
}

/// Returns nothing: this system is not asked.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
pub(crate) fn cpu() -> Option<Duration> {
    None
}
