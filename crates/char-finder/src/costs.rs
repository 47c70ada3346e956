//! What a process costs, as Linux tells it.

use lesson::Figures;

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
        let figures = Figures::of_process(process_id);
        Some(Self {
            memory_bytes: figures.get("VmRSS")? * 1024,
            threads: figures.get("Threads")?,
        })
    }
}
