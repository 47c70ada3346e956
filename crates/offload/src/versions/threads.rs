//! The versions of the thread half.

use std::{sync::Arc, thread::sleep};

use flags::{Counts, Report};
use timeline::blocking::wait;

use crate::{
    Trial, backpressure, fs,
    pool::{self, Pool},
    save::Save,
    thread,
    trial::Version,
    versions::idle_time,
    writer,
};

/// Nothing but the heartbeat.
pub const IDLE: Version = Version {
    name: "idle",
    run: |trial, _| {
        trial.by_threads(|| {
            let idle = idle_time(trial.pulse.every());
            wait("idle", || sleep(idle));
            Counts::default()
        })
    },
};

/// Each thread saves for itself.
pub const DIRECT: Version = Version {
    name: "in each thread",
    run: |trial, report| {
        let saver = thread::Direct(trial.desk.disk.clone());
        trial.by_threads(|| download(trial, &saver, report))
    },
};

/// A pool's thread saves, and the other one waits.
pub const POOL: Version = Version {
    name: "the pool",
    run: |trial, report| {
        let pool = pool(trial);
        let saver =
            pool::thread::Pooled::new(&trial.desk.disk, &pool);
        trial.by_threads(|| download(trial, &saver, report))
    },
};

/// The same, but nobody waits.
pub const FORGOTTEN: Version = Version {
    name: "not waited for",
    run: |trial, report| {
        let pool = pool(trial);
        let disk = &trial.desk.disk;
        let saver =
            pool::forgotten::wrong::Pooled::new(disk, &pool);
        trial.by_threads(|| download(trial, &saver, report))
    },
};

/// One thread writes.
pub const WRITER: Version = Version {
    name: "writer thread",
    run: |trial, report| {
        let (disk, room) = (&trial.desk.disk, trial.desk.room);
        let (saver, writer) =
            writer::thread::Ordered::start(disk, room);
        let told =
            trial.by_threads(|| download(trial, &saver, report));
        drop(saver);
        writer.join().expect("the writer panicked");
        told
    },
};

/// Each thread saves by the standard library's files.
pub const FILES: Version = Version {
    name: "std::fs",
    run: |trial, report| {
        let saver = fs::thread::Files(trial.folder.clone());
        trial.by_threads(|| download(trial, &saver, report))
    },
};

/// One thread writes, and nobody waits until it is written; there
/// is a bound for what is in memory.
pub const BOUNDED: Version = Version {
    name: "bounded",
    run: |trial, report| {
        trial.by_threads(|| {
            let Trial { job, desk, .. } = trial;
            backpressure::thread::download_many(job, desk, report)
        })
    },
};

/// The same, without a bound.
pub const UNBOUNDED: Version = Version {
    name: "unbounded",
    run: |trial, report| {
        trial.by_threads(|| {
            use backpressure::unbounded::wrong::download_many;
            let Trial { job, desk, .. } = trial;
            download_many(job, desk, report)
        })
    },
};

/// All versions that wait until it is written.
pub const RIGHT: [Version; 4] = [DIRECT, POOL, WRITER, BOUNDED];

/// As many threads as there are downloads at once: no save waits
/// for a thread.
fn pool(trial: &Trial) -> Arc<Pool> {
    Arc::new(Pool::new(trial.job.max_req()))
}

/// Downloads all flags of `trial` by the units of this half.
pub(crate) fn download(
    trial: &Trial,
    saver: &impl Save,
    report: &mut Report,
) -> Counts {
    let Trial { job, desk, .. } = trial;
    thread::download_many(job, &desk.shelf, saver, report)
}
