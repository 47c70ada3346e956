//! What Linux tells of a process, and of the whole system.

use std::fs;

/// Figures as the files below `/proc` have them, a line each:
/// `VmRSS:     1234 kB`.
///
/// # Source
///
/// `proc_pid_status(5)`, `proc_meminfo(5)`.
#[derive(Clone, Debug, Default)]
pub struct Figures(String);

impl Figures {
    /// Reads those of this process; none where the system has no
    /// such file.
    pub fn of_this_process() -> Self {
        Self::read("/proc/self/status")
    }

    /// Reads those of another process; none if it has ended, or
    /// where the system has no such file.
    pub fn of_process(process_id: u32) -> Self {
        Self::read(&format!("/proc/{process_id}/status"))
    }

    /// Reads those of the whole system's memory.
    pub fn of_system() -> Self {
        Self::read("/proc/meminfo")
    }

    /// Takes them from a text.
    pub fn parse(text: &str) -> Self {
        Self(text.to_owned())
    }

    fn read(path: &str) -> Self {
        Self(fs::read_to_string(path).unwrap_or_default())
    }

    /// Returns the figure behind `name`, in KiB where it is one of
    /// memory, if there is one.
    pub fn get(&self, name: &str) -> Option<u64> {
        self.0.lines().find_map(|line| {
            let rest =
                line.strip_prefix(name)?.strip_prefix(':')?;
            rest.split_whitespace().next()?.parse().ok()
        })
    }
}
