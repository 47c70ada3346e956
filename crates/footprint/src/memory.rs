//! How much memory this process has, where the system tells.

use lesson::Figures;

/// What the system tells at one moment, in KiB.
///
/// # Source
///
/// `proc_pid_status(5)`, `proc_meminfo(5)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Memory {
    /// What of this process lies in memory.
    pub resident: Option<i64>,
    /// The addresses that this process has reserved.
    pub reserved: Option<i64>,
    /// What the kernel keeps for itself, of the whole system:
    /// threads' kernel stacks, page tables, and objects (its
    /// slabs) such as threads, sockets, open files.
    pub kernel: Option<i64>,
}

impl Memory {
    /// Reads what this process has now.
    pub fn read() -> Self {
        let process = Figures::of_this_process();
        Self::of(&process, &Figures::of_system())
    }

    /// Takes it from the figures of a process and of the system.
    pub fn of(process: &Figures, system: &Figures) -> Self {
        let figure = |figures: &Figures, name| {
            i64::try_from(figures.get(name)?).ok()
        };
        let kernel = ["KernelStack", "PageTables", "Slab"];
        let kernel = kernel.map(|name| figure(system, name));
        Self {
            resident: figure(process, "VmRSS"),
            reserved: figure(process, "VmSize"),
            kernel: kernel.into_iter().sum(),
        }
    }
}

/// Returns how many bytes of memory are available, where the
/// system tells.
pub(crate) fn available() -> Option<u64> {
    Some(Figures::of_system().get("MemAvailable")? * 1024)
}
