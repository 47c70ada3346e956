//! macOS, Windows and others: what `sysinfo` reads.
//!
//! These systems are asked for the memory of the moment; the peak
//! is the highest that was seen. They do not tell the threads.

use std::time::Duration;

use sysinfo::{Pid, ProcessRefreshKind, ProcessesToUpdate, System};

use super::Seen;

#[derive(Debug)]
pub(super) struct Status {
    process_id: Pid,
    system: System,
}

impl Status {
    pub(super) fn of(process_id: u32) -> Self {
        let process_id = Pid::from_u32(process_id);
        Self { process_id, system: System::new() }
    }

    pub(super) fn read(&mut self) -> Seen {
        self.system.refresh_processes_specifics(
            ProcessesToUpdate::Some(&[self.process_id]),
            true,
            ProcessRefreshKind::nothing().with_cpu().with_memory(),
        );
        let Some(process) = self.system.process(self.process_id)
        else {
            return Seen::default();
        };
        let cpu = process.accumulated_cpu_time();
        Seen {
            cpu: Some(Duration::from_millis(cpu)),
            peak_memory_bytes: Some(process.memory()),
            threads: None,
        }
    }
}
