//! How each rung is measured.

use std::{path::Path, time::Duration};

use crate::{Nanoseconds, NotMeasured, Rung, caches::Set, rung::*};

pub mod cycle;
pub mod fault;
pub mod file;
pub mod lock;
pub mod memory;
pub mod network;
pub mod switch;

/// One round of a rung: what one of it took, on average.
pub type Sample =
    Box<dyn FnMut() -> Result<Nanoseconds, NotMeasured>>;

/// A rung that is ready to be measured, or why it is not.
pub type Probe = Result<Sample, NotMeasured>;

/// How much is measured, and where.
#[derive(Clone, Debug)]
pub struct Settings<'a> {
    /// The sets of the loads.
    pub sets: [Set; 4],
    /// Where files are written.
    pub folder: &'a Path,
    /// How long the server far away takes.
    pub delay: Duration,
    /// A tenth of the usual samples.
    pub quick: bool,
}

impl Settings<'_> {
    /// Returns how many of something a sample takes.
    pub fn count(&self, usual: usize) -> usize {
        if self.quick { usual.div_ceil(10) } else { usual }
    }
}

/// Makes everything ready, in the order of [`RUNGS`].
pub fn all(settings: &Settings<'_>) -> Vec<(Rung, Probe)> {
    let [l1, l2, l3, memory] = settings.sets.clone();
    let count = |usual| settings.count(usual);
    let Settings { folder, delay, .. } = settings;
    vec![
        (L1, memory::cached(l1, count(1_000_000))),
        (L2, memory::cached(l2, count(500_000))),
        (L3, memory::cached(l3, count(100_000))),
        (MEMORY, memory::uncached(memory, count(50_000))),
        (MUTEX, lock::mutex(count(200_000))),
        (TASKS, optimised(switch::tasks(count(20_000)))),
        (THREADS, switch::threads(count(1_000))),
        (FAULT, fault::page(count(4_000))),
        (CACHED, file::cached(folder, count(10_000))),
        (UNCACHED, file::uncached(folder, count(20))),
        (FSYNC, file::fsync(folder, count(3))),
        (LOOPBACK, network::trip(Duration::ZERO, count(200))),
        (REQUEST, network::trip(*delay, 1)),
    ]
}

/// Leaves out in a debug build what would measure the build: of
/// all rungs, only one runs code of a library that is not
/// optimised then.
fn optimised(probe: Probe) -> Probe {
    match cfg!(debug_assertions) {
        true => Err(NotMeasured::because(
            "a debug build slows tokio down; use --release",
        )),
        false => probe,
    }
}
