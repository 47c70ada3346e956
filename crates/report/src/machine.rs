//! The machine and the compiler that figures come from.

use std::{env, process::Command, thread, time::SystemTime};

use serde::{Deserialize, Serialize};
use sysinfo::{CpuRefreshKind, MemoryRefreshKind, System};

/// Bytes in a GiB.
const GIB: u64 = 1 << 30;

/// A machine, and the compiler on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// The model of its processor.
    pub cpu: String,
    /// How many threads it runs at once.
    pub cores: usize,
    /// How much memory it has, in whole GiB.
    pub memory_gib: u64,
    /// The kernel of its operating system.
    pub kernel: String,
    /// What `rustc --version` says.
    pub rustc: String,
}

impl Machine {
    /// Describes this machine, as far as the system tells.
    pub fn here() -> Self {
        let mut system = System::new();
        system.refresh_cpu_list(CpuRefreshKind::nothing());
        let memory = MemoryRefreshKind::nothing().with_ram();
        system.refresh_memory_specifics(memory);
        let cpu = system.cpus().first().map(|it| it.brand());
        let cores = thread::available_parallelism();
        Self {
            cpu: known(cpu.map(str::to_owned)),
            cores: cores.map_or(1, usize::from),
            memory_gib: (system.total_memory() + GIB / 2) / GIB,
            kernel: System::kernel_long_version(),
            rustc: known(rustc()),
        }
    }
}

/// Returns the day in UTC, as `2026-11-05`.
pub fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now());
    now.to_string().chars().take(10).collect()
}

fn known(text: Option<String>) -> String {
    let text = text.map(|text| text.trim().to_owned());
    let text = text.filter(|text| !text.is_empty());
    text.unwrap_or_else(|| "unknown".to_owned())
}

fn rustc() -> Option<String> {
    let rustc = env::var_os("RUSTC");
    let rustc = rustc.unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    String::from_utf8(output.ok()?.stdout).ok()
}
