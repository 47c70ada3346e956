//! What a process costs, as Linux tells it.

use std::fs;

/// What a process has at one moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Costs {
    /// Its memory that is resident, in bytes.
    pub memory_bytes: u64,
    /// How many threads it has.
    pub threads: u64,
}

impl Costs {
    /// Looks at a process; elsewhere than on Linux, nothing is
    /// seen.
    ///
    /// # Source
    ///
    /// `proc_pid_status(5)`: `VmRSS`, in KiB, and `Threads`.
    pub fn of(process_id: u32) -> Option<Self> {
        let status = format!("/proc/{process_id}/status");
        let status = fs::read_to_string(status).ok()?;
        let value = |name: &str| -> Option<u64> {
            let mut lines = status.lines();
            let line =
                lines.find_map(|line| line.strip_prefix(name))?;
            line.split_whitespace().next()?.parse().ok()
        };
        Some(Self {
            memory_bytes: value("VmRSS:")? * 1024,
            threads: value("Threads:")?,
        })
    }
}
