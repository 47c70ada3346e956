//! How long this thread had a core.

use std::time::Duration;

/// Returns the CPU time of this thread since its start, where the
/// system tells it. "It does not wait" is not "it has a core":
/// this is what tells the two apart.
#[cfg(target_os = "linux")]
pub(crate) fn cpu() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ThreadCPUTime);
    time.try_into().ok()
}

/// Returns nothing: this system is not asked.
#[cfg(not(target_os = "linux"))]
pub(crate) fn cpu() -> Option<Duration> {
    None
}
