//! How much memory this process has.

use std::fs;

/// Returns how much memory was resident at the most, in KiB, where
/// the system tells.
///
/// # Source
///
/// `proc_pid_status(5)`: `VmHWM`, the high water mark.
pub(super) fn peak_kib() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let mut lines = status.lines();
    let line = lines.find_map(|it| it.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
