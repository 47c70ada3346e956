//! What the system allows, read before it is needed.

use std::{fmt, fs, io};

/// A limit of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What the system calls it.
    pub name: &'static str,
    /// How many it allows.
    pub value: u64,
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.value, self.name)
    }
}

/// Raises the limit of open files as far as this process may, and
/// returns what it is then.
///
/// # Errors
///
/// If the system does not tell.
pub fn raise_open_files() -> io::Result<Limit> {
    let value = rlimit::increase_nofile_limit(u64::MAX)?;
    Ok(Limit { name: "open files, ulimit -n", value })
}

/// Returns the limits on the number of threads, as far as the
/// system tells them; the smallest is the first that hurts.
///
/// # Source
///
/// `proc(5)`, `getrlimit(2)`. A thread of the standard library
/// takes four memory mappings: two for its stack and its guard
/// page, two for its signal stack.
pub fn threads() -> Vec<Limit> {
    let kernel = |name, path, share| {
        let text = fs::read_to_string(path).ok()?;
        let value: u64 = text.trim().parse().ok()?;
        Some(Limit { name, value: value / share })
    };
    let limits = [
        kernel(
            "vm.max_map_count / 4",
            "/proc/sys/vm/max_map_count",
            4,
        ),
        kernel(
            "kernel.threads-max",
            "/proc/sys/kernel/threads-max",
            1,
        ),
        kernel("kernel.pid_max", "/proc/sys/kernel/pid_max", 1),
        kernel(
            "pids.max of the group",
            "/sys/fs/cgroup/pids.max",
            1,
        ),
        of_user(),
    ];
    let mut limits: Vec<Limit> =
        limits.into_iter().flatten().collect();
    limits.sort_by_key(|limit| limit.value);
    limits
}

/// Returns how many processes this user may have, where a thread
/// counts as one.
#[cfg(unix)]
fn of_user() -> Option<Limit> {
    let (value, _) = rlimit::Resource::NPROC.get().ok()?;
    let name = "processes of this user, ulimit -u";
    let is_limited = value != rlimit::INFINITY;
    is_limited.then_some(Limit { name, value })
}

#[cfg(not(unix))]
fn of_user() -> Option<Limit> {
    None
}
