//! How much memory this process has, where the system tells.

use std::fs;

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
        let read = |path| fs::read_to_string(path).ok();
        let process = read("/proc/self/status").unwrap_or_default();
        let system = read("/proc/meminfo").unwrap_or_default();
        Self::parse(&process, &system)
    }

    /// Takes it from the texts of a process and of the system.
    pub fn parse(process: &str, system: &str) -> Self {
        let kernel = ["KernelStack", "PageTables", "Slab"];
        let kernel = kernel.map(|name| field(system, name));
        Self {
            resident: field(process, "VmRSS"),
            reserved: field(process, "VmSize"),
            kernel: kernel.into_iter().sum(),
        }
    }
}

/// Returns the figure behind `name`.
fn field(text: &str, name: &str) -> Option<i64> {
    let figure = |line: &str| {
        let rest = line.strip_prefix(name)?.strip_prefix(':')?;
        rest.trim().strip_suffix("kB")?.trim().parse().ok()
    };
    text.lines().find_map(figure)
}

/// Returns how many bytes of memory are available, where the
/// system tells.
pub(crate) fn available() -> Option<u64> {
    let system = fs::read_to_string("/proc/meminfo").ok()?;
    let kib = field(&system, "MemAvailable")?;
    Some(u64::try_from(kib).ok()? * 1024)
}
