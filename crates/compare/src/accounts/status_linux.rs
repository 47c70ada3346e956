//! Linux: the status file of the process.
//!
//! `VmHWM` is the peak that the kernel itself keeps, so no peak
//! is missed between two looks. (`ru_maxrss` would be simpler,
//! but a child inherits its parent's.)

use procfs::process::Process;

use super::Seen;

#[derive(Debug)]
pub(super) struct Status(Option<Process>);

impl Status {
    pub(super) fn of(process_id: u32) -> Self {
        let process_id = i32::try_from(process_id).ok();
        Self(process_id.and_then(|id| Process::new(id).ok()))
    }

    pub(super) fn read(&mut self) -> Seen {
        let Some(Ok(status)) = self.0.as_ref().map(Process::status)
        else {
            return Seen::default();
        };
        Seen {
            cpu: None,
            peak_memory_bytes: status.vmhwm.map(|kib| kib * 1024),
            // A process that has ended and awaits its parent
            // still counts one thread, but has no memory.
            threads: Some(status.threads),
        }
    }
}
