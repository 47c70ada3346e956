//! What the system counts, and what it may be asked for.

use std::thread;

use crate::NotMeasured;

/// What the system has counted for this process so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Page faults that needed no disk.
    pub page_faults: usize,
    /// Pieces read from a disk.
    pub disk_reads: usize,
    /// Pieces written, or to be written, to a disk.
    pub disk_writes: usize,
}

/// Asks the system for its counts.
///
/// # Errors
///
/// If it does not count.
///
/// # Source
///
/// `getrusage(2)`: `ru_minflt`, `ru_inblock`, `ru_oublock`.
#[cfg(unix)]
pub fn counted() -> Result<Counted, NotMeasured> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_SELF)
        .map_err(std::io::Error::from)?;
    let count = |count| usize::try_from(count).unwrap_or(0);
    Ok(Counted {
        page_faults: count(usage.minor_page_faults()),
        disk_reads: count(usage.block_reads()),
        disk_writes: count(usage.block_writes()),
    })
}

/// Asks the system for its counts.
///
/// # Errors
///
/// Always.
#[cfg(not(unix))]
pub fn counted() -> Result<Counted, NotMeasured> {
    let reason = "this system does not count what would prove it";
    Err(NotMeasured::because(reason))
}

/// Keeps the calling thread, and those that it spawns from now on,
/// on the core where it runs; tells whether the system permits it.
#[cfg(target_os = "linux")]
pub fn stay_on_this_core() -> bool {
    use nix::{
        sched::{CpuSet, sched_getcpu, sched_setaffinity},
        unistd::Pid,
    };
    let stay = || {
        let mut here = CpuSet::new();
        here.set(sched_getcpu()?)?;
        // 0 is the calling thread.
        sched_setaffinity(Pid::from_raw(0), &here)
    };
    stay().is_ok()
}

/// Keeps the calling thread on its core; not on this system.
#[cfg(not(target_os = "linux"))]
pub fn stay_on_this_core() -> bool {
    false
}

/// Asks the system to forget what it holds of `file` in memory,
/// and to read no more of it than it is asked for.
///
/// # Errors
///
/// If the system cannot be asked.
///
/// # Source
///
/// `posix_fadvise(2)`: pages must be on the disk before they can
/// be forgotten.
#[cfg(target_os = "linux")]
pub fn forget(file: &std::fs::File) -> Result<(), NotMeasured> {
    use nix::fcntl::{PosixFadviseAdvice, posix_fadvise};
    let advise = |advice| {
        posix_fadvise(file, 0, 0, advice)
            .map_err(std::io::Error::from)
    };
    advise(PosixFadviseAdvice::POSIX_FADV_RANDOM)?;
    advise(PosixFadviseAdvice::POSIX_FADV_DONTNEED)?;
    Ok(())
}

/// Asks the system to forget what it holds of `file` in memory.
///
/// # Errors
///
/// Always.
#[cfg(not(target_os = "linux"))]
pub fn forget(_: &std::fs::File) -> Result<(), NotMeasured> {
    let reason = "this system cannot be asked to forget a file";
    Err(NotMeasured::because(reason))
}

/// Tells whether the system permits that a thread is kept on its
/// core. A thread that ends at once finds it out.
pub fn permits_one_core() -> bool {
    let thread = thread::spawn(stay_on_this_core);
    thread.join().unwrap_or(false)
}
