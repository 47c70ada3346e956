//! Three ways to encode all pictures, each beside a heartbeat.

use std::{io, sync::Arc};

use flags::Unit;

use super::{Studio, r#async, thread, unbounded, wrong};
use crate::{heartbeat, heartbeat::Pulse, trial::runtime};

/// A way to encode all pictures.
#[derive(Clone, Copy)]
pub struct Way {
    /// What tables call it.
    pub name: &'static str,
    /// Encodes all pictures beside a heartbeat, and returns the
    /// size of all that gives, in bytes.
    pub run: fn(&Arc<Pulse>, &Arc<Studio>) -> io::Result<usize>,
}

/// Returns the ways of a half: where it was asked for, as many at
/// once as there are cores, all at once.
pub fn ways(unit: Unit) -> [Way; 3] {
    match unit {
        Unit::Thread => OF_THREADS,
        _ => OF_TASKS,
    }
}

const OF_THREADS: [Way; 3] = [
    Way {
        name: "by main itself",
        run: |pulse, studio| {
            heartbeat::thread::beside(pulse, || {
                studio.encode_here()
            })
        },
    },
    Way {
        name: "one a core",
        run: |pulse, studio| {
            heartbeat::thread::beside(pulse, || {
                thread::encode_many(studio)
            })
        },
    },
    Way {
        name: "all at once",
        run: |pulse, studio| {
            heartbeat::thread::beside(pulse, || {
                unbounded::wrong::encode_many(studio)
            })
        },
    },
];

const OF_TASKS: [Way; 3] = [
    Way {
        name: "in the task",
        run: |pulse, studio| {
            beside(pulse, async { studio.encode_here() })
        },
    },
    Way {
        name: "one a core",
        run: |pulse, studio| {
            beside(pulse, r#async::encode_many(studio))
        },
    },
    Way {
        name: "all at once",
        run: |pulse, studio| {
            beside(pulse, wrong::encode_many(studio))
        },
    },
];

/// Does `work` beside the heartbeat of the async half, on a
/// runtime of its own: its pool has no threads yet.
fn beside<T>(
    pulse: &Arc<Pulse>,
    work: impl Future<Output = T>,
) -> T {
    let work = heartbeat::r#async::beside(pulse, work);
    runtime().block_on(work)
}
