//! Who stands still while an image is written.

mod support;

use std::{
    io,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    thread::sleep,
};

use offload::{
    Pulse, Seen, Version,
    trial::runtime,
    versions::{tasks, threads},
};
use support::{
    Setting, TICK, disk_beside, disk_of, in_time, more, some,
    told_pulse, told_shelf, wait_for,
};

/// Runs `version` on a disk whose write lasts until the heartbeat
/// has ticked three more times; it fails if that never happens.
fn ticks_during_a_write(version: Version) -> Seen {
    let (pulse, ticks) = told_pulse();
    let ticks = Mutex::new(ticks);
    let disk = disk_beside(&pulse, move || {
        let ticks = ticks.lock().expect("no write panics");
        more(3, &ticks)
    });
    Setting { pulse, ..Setting::new(some(1), disk) }.run(version)
}

#[test]
fn the_heartbeat_ticks_on_while_another_thread_writes() {
    let versions = [
        threads::DIRECT,
        threads::POOL,
        threads::WRITER,
        threads::BOUNDED,
        tasks::POOL,
        tasks::WRITER,
        tasks::BOUNDED,
    ];
    for version in versions {
        let seen = ticks_during_a_write(version);
        assert_eq!(seen.told.counts.ok, 1, "{seen:#?}");
        assert_eq!(seen.disk.silent, 0, "{seen:#?}");
    }
}

#[test]
fn no_task_runs_while_a_task_writes() {
    let (pulse, _ticks) = told_pulse();
    let disk = disk_beside(&pulse, || {
        sleep(TICK * 5);
        Ok(())
    });
    let setting = Setting { pulse, ..Setting::new(some(8), disk) };
    let seen = setting.run(tasks::DIRECT);
    assert_eq!(seen.told.counts.ok, 8, "{seen:#?}");
    assert_eq!(seen.disk.silent, 8, "{seen:#?}");
    assert!(seen.gaps.longest() >= TICK * 5, "{seen:#?}");
}

/// Runs `version` with room for one image: the first write lasts
/// until one more image has come than there is room for, and then
/// as long as `watch` wants.
fn when_full(
    version: Version,
    watch: impl Fn(&Pulse, &mpsc::Receiver<()>) -> io::Result<()>
    + Send
    + Sync
    + 'static,
) {
    let (pulse, ticks) = told_pulse();
    let (shelf, counts) = told_shelf();
    let (counts, ticks) = (Mutex::new(counts), Mutex::new(ticks));
    let (its_pulse, writes) = (pulse.clone(), AtomicUsize::new(0));
    let disk = disk_of(move || {
        if writes.fetch_add(1, SeqCst) > 0 {
            return Ok(());
        }
        // One is being written, one has room, one has not.
        wait_for(&counts, 3)?;
        let ticks = ticks.lock().expect("no write panics");
        watch(&its_pulse, &ticks)
    });
    let setting = Setting::new(some(3), disk);
    let setting = Setting { room: 1, pulse, shelf, ..setting };
    let seen = setting.run(version);
    assert_eq!(seen.told.counts.ok, 3, "{seen:#?}");
}

#[test]
fn a_send_of_crossbeams_blocks_all_tasks_while_there_is_no_room() {
    let (tell, ticked) = mpsc::channel();
    when_full(tasks::BLOCKING_SEND, move |pulse, _| {
        let before = pulse.ticks();
        sleep(TICK * 20);
        tell.send(pulse.ticks() - before).ok();
        Ok(())
    });
    assert_eq!(ticked.recv(), Ok(0));
}

#[test]
fn a_hand_over_blocks_no_task_while_there_is_no_room() {
    for version in [tasks::WRITER, threads::WRITER] {
        when_full(version, |_, ticks| more(3, ticks));
    }
}

#[test]
fn an_overdue_tick_counts_as_a_gap() {
    let gaps = in_time("a frozen task", || {
        let (pulse, _ticks) = told_pulse();
        runtime().block_on(offload::heartbeat::r#async::beside(
            &pulse,
            async { sleep(TICK * 5) },
        ));
        pulse.gaps()
    });
    assert!(gaps.longest() >= TICK * 5, "{gaps:?}");
}
