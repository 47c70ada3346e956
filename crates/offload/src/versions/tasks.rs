//! The versions of the async half.

use std::thread::JoinHandle;

use flags::{Counts, Report};
use timeline::asynchronous::wait;
use tokio::{runtime::Handle, time::sleep};

use crate::{
    Desk, Trial, r#async, backpressure, fs, pool,
    save::AsyncSave,
    trial::{Told, Version},
    versions::idle_time,
    writer,
};

/// Nothing but the heartbeat.
pub const IDLE: Version = Version {
    name: "idle",
    run: |trial, _| {
        trial.by_tasks(async {
            let idle = sleep(idle_time(trial.pulse.every()));
            wait("idle", idle).await;
            Counts::default()
        })
    },
};

/// Each task saves for itself.
pub const DIRECT: Version = Version {
    name: "in the task",
    run: |trial, report| {
        let saver = r#async::Direct(trial.desk.disk.clone());
        trial.by_tasks(download(trial, &saver, report))
    },
};

/// A thread of tokio's pool saves, and the task waits.
pub const POOL: Version = Version {
    name: "spawn_blocking",
    run: |trial, report| {
        trial.by_tasks(async {
            let (disk, pool) =
                (&trial.desk.disk, Handle::current());
            let saver = pool::r#async::Pooled::new(disk, &pool);
            download(trial, &saver, report).await
        })
    },
};

/// The same, but no task waits.
pub const FORGOTTEN: Version = Version {
    name: "not awaited",
    run: |trial, report| {
        trial.by_tasks(async {
            let (disk, pool) =
                (&trial.desk.disk, Handle::current());
            let saver = pool::wrong::Pooled::new(disk, &pool);
            download(trial, &saver, report).await
        })
    },
};

/// One thread writes.
pub const WRITER: Version = Version {
    name: "writer thread",
    run: |trial, report| {
        let Desk { disk, room, .. } = &trial.desk;
        let started = writer::r#async::Ordered::start(disk, *room);
        by_writer(trial, started, report)
    },
};

/// The same, with a `send` that blocks.
pub const BLOCKING_SEND: Version = Version {
    name: "blocking send",
    run: |trial, report| {
        let Desk { disk, room, .. } = &trial.desk;
        let started = writer::wrong::Ordered::start(disk, *room);
        by_writer(trial, started, report)
    },
};

/// Each task saves by tokio's files.
pub const FILES: Version = Version {
    name: "tokio::fs",
    run: |trial, report| {
        let saver = fs::r#async::Files(trial.folder.clone());
        trial.by_tasks(download(trial, &saver, report))
    },
};

/// Each task saves by the standard library's files.
pub const FILES_IN_TASK: Version =
    Version { name: "std::fs", ..DIRECT };

/// One thread writes, and no task waits until it is written; there
/// is a bound for what is in memory.
pub const BOUNDED: Version = Version {
    name: "bounded",
    run: |trial, report| {
        let Trial { job, desk, .. } = trial;
        trial.by_tasks(backpressure::r#async::download_many(
            job, desk, report,
        ))
    },
};

/// The same, without a bound.
pub const UNBOUNDED: Version = Version {
    name: "unbounded",
    run: |trial, report| {
        let Trial { job, desk, .. } = trial;
        trial.by_tasks(backpressure::wrong::download_many(
            job, desk, report,
        ))
    },
};

/// All versions that wait until it is written.
pub const RIGHT: [Version; 4] = [DIRECT, POOL, WRITER, BOUNDED];

/// Downloads all flags of `trial`, and waits for the end of the
/// thread that writes.
fn by_writer(
    trial: &Trial,
    (saver, writer): (impl AsyncSave, JoinHandle<()>),
    report: &mut Report,
) -> Told {
    let told = trial.by_tasks(download(trial, &saver, report));
    drop(saver);
    writer.join().expect("the writer panicked");
    told
}

/// Downloads all flags of `trial` by the units of this half.
pub(crate) async fn download(
    trial: &Trial,
    saver: &impl AsyncSave,
    report: &mut Report,
) -> Counts {
    let Trial { job, desk, .. } = trial;
    r#async::download_many(job, &desk.shelf, saver, report).await
}
