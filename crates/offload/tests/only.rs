//! What each half would be if there were only its world.

mod support;

use std::{sync::Mutex, time::Duration};

use flags::{Counts, server::Kind};
use offload::{
    Seen, Trial, Version, heartbeat, only_async, only_thread,
    trial::{Told, runtime},
    versions::{tasks, threads},
};
use support::{
    Setting, disk_beside, more, quick_disk, some, told_pulse,
};

const THREADS: Version = Version {
    name: "only threads",
    run: |trial, report| {
        let work = || {
            only_thread::download_many(
                &trial.job,
                &trial.desk,
                report,
            )
        };
        told(trial, heartbeat::thread::beside(&trial.pulse, work))
    },
};

const TASKS: Version = Version {
    name: "only tasks",
    run: |trial, report| {
        let work = only_async::download_many(
            &trial.job,
            &trial.desk,
            report,
        );
        let work = heartbeat::r#async::beside(&trial.pulse, work);
        told(trial, runtime().block_on(work))
    },
};

/// What both say at their end.
fn told(trial: &Trial, counts: Counts) -> Told {
    let disk = trial.desk.disk.so_far();
    Told { counts, disk, wall: Duration::ZERO }
}

/// Runs `version` against a server and a disk that fail at times.
fn run(version: Version) -> Seen {
    let wanted = support::codes(
        "BD BR CD CN DE EG ET FR ID IN IR JP MX NG PH PK ZZ QQ AA",
    );
    let setting = Setting::new(wanted, quick_disk(4));
    Setting { kind: Kind::Error, ..setting }.run(version)
}

#[test]
fn each_comes_to_the_counts_of_its_half_of_the_pair() {
    for (only, paired) in
        [(THREADS, threads::DIRECT), (TASKS, tasks::POOL)]
    {
        let (only, paired) = (run(only), run(paired));
        let Counts { ok, not_found, error } = only.told.counts;
        assert!(ok > 0 && not_found > 0 && error > 0, "{only:#?}");
        assert_eq!(only.told.counts, paired.told.counts);
        assert_eq!(
            only.disk.written, ok,
            "all that is ok is there"
        );
        assert_eq!(only.held.count, 0, "nothing is left in memory");
    }
}

#[test]
fn the_heartbeat_ticks_on_while_an_image_is_written() {
    for version in [THREADS, TASKS] {
        let (pulse, ticks) = told_pulse();
        let ticks = Mutex::new(ticks);
        let disk = disk_beside(&pulse, move || {
            let ticks = ticks.lock().expect("no write panics");
            more(3, &ticks)
        });
        let setting =
            Setting { pulse, ..Setting::new(some(1), disk) };
        let seen = setting.run(version);
        assert_eq!(seen.told.counts.ok, 1, "{seen:#?}");
    }
}
