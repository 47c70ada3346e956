//! What the operating system accounts to a program.
//!
//! Two sources, each in a file for each kind of system:
//!
//! - `status`: read again and again while the program runs (peak
//!   memory, number of threads)
//! - `usage`: read once before and once after (CPU time, context
//!   switches)
//!
//! What a system does not tell is `None`, and stays so up to the
//! table.

#[cfg_attr(target_os = "linux", path = "status_linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "status_other.rs")]
mod status;
#[cfg_attr(unix, path = "usage_unix.rs")]
#[cfg_attr(not(unix), path = "usage_other.rs")]
mod usage;

use std::time::Duration;

/// What one run cost, as far as the system tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// Time on a core, of all its threads together.
    pub cpu: Option<Duration>,
    /// The most memory that it had resident.
    pub peak_memory_bytes: Option<u64>,
    /// The most threads that it had at once.
    pub peak_threads: Option<u64>,
    /// How often the system took one of its threads off a core.
    pub context_switches: Option<u64>,
}

/// What a program's status says at one moment.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    cpu: Option<Duration>,
    peak_memory_bytes: Option<u64>,
    threads: Option<u64>,
}

/// What the children that were waited for have used so far.
#[derive(Clone, Copy, Debug)]
struct Used {
    cpu: Duration,
    context_switches: u64,
}

/// Watches one child from its start to its end.
///
/// The system adds a child's accounts to those of its parent when
/// the parent waits for it; so no other child may be waited for
/// meanwhile.
#[derive(Debug)]
pub struct Watch {
    before: Option<Used>,
    status: status::Status,
    costs: Costs,
}

impl Watch {
    /// Starts to watch the child with this process id.
    pub fn start(process_id: u32) -> Self {
        Self {
            before: usage::of_children(),
            status: status::Status::of(process_id),
            costs: Costs::default(),
        }
    }

    /// Looks at the child while it runs.
    pub fn look(&mut self) {
        let seen = self.status.read();
        let costs = &mut self.costs;
        // None is less than any figure.
        costs.cpu = costs.cpu.max(seen.cpu);
        costs.peak_memory_bytes =
            costs.peak_memory_bytes.max(seen.peak_memory_bytes);
        costs.peak_threads = costs.peak_threads.max(seen.threads);
    }

    /// Returns what the child cost, after it was waited for.
    pub fn finish(mut self) -> Costs {
        if let Some((before, after)) =
            self.before.zip(usage::of_children())
        {
            let cpu = after.cpu.saturating_sub(before.cpu);
            self.costs.cpu = Some(cpu);
            let switches = after
                .context_switches
                .saturating_sub(before.context_switches);
            self.costs.context_switches = Some(switches);
        }
        self.costs
    }
}
