//! Who stands still while an image is written.

mod support;

use std::{
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    thread::sleep,
};

use offload::{
    Disk, Seen, Version,
    trial::runtime,
    versions::{tasks, threads},
};
use support::{
    DEADLINE, Hook, Setting, TICK, in_time, some, told_pulse,
    told_shelf, wait_for,
};

/// Runs `version` on a disk whose write lasts until the heartbeat
/// has ticked three more times; it fails if that never happens.
fn ticks_during_a_write(version: Version) -> Seen {
    let (pulse, ticks) = told_pulse();
    let ticks = Mutex::new(ticks);
    let disk = Disk::new(Hook(move |_: &[u8], _| {
        let ticks = ticks.lock().expect("no write panics");
        while ticks.try_recv().is_ok() {}
        for _ in 0..3 {
            let tick = ticks.recv_timeout(DEADLINE / 2);
            tick.map_err(std::io::Error::other)?;
        }
        Ok(())
    }));
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
    }
}

#[test]
fn no_task_runs_while_a_task_writes() {
    let (pulse, _ticks) = told_pulse();
    let (during, ticks) = mpsc::channel();
    let its_pulse = pulse.clone();
    let disk = Disk::new(Hook(move |_: &[u8], _| {
        let before = its_pulse.ticks();
        sleep(TICK * 5);
        during.send(its_pulse.ticks() - before).ok();
        Ok(())
    }));
    let setting = Setting { pulse, ..Setting::new(some(8), disk) };
    let seen = setting.run(tasks::DIRECT);
    assert_eq!(seen.told.counts.ok, 8, "{seen:#?}");
    assert_eq!(ticks.iter().collect::<Vec<_>>(), [0; 8]);
    assert!(seen.gaps.longest() >= TICK * 5, "{seen:#?}");
}

/// Runs `version` with room for one image: the first write lasts
/// until one more image has come than there is room for. Returns
/// whether the heartbeat ticked from then on.
fn ticks_when_full(version: Version) -> bool {
    let (pulse, _ticks) = told_pulse();
    let (shelf, counts) = told_shelf();
    let (counts, its_pulse) = (Mutex::new(counts), pulse.clone());
    let (tell, ticked) = mpsc::channel();
    let writes = AtomicUsize::new(0);
    let disk = Disk::new(Hook(move |_: &[u8], _| {
        if writes.fetch_add(1, SeqCst) == 0 {
            // One is being written, one has room, one has not.
            wait_for(&counts, 3)?;
            let before = its_pulse.ticks();
            sleep(TICK * 20);
            tell.send(its_pulse.ticks() > before).ok();
        }
        Ok(())
    }));
    let setting = Setting::new(some(3), disk);
    let setting = Setting { room: 1, pulse, shelf, ..setting };
    let seen = setting.run(version);
    assert_eq!(seen.told.counts.ok, 3, "{seen:#?}");
    ticked.recv().expect("the first write tells")
}

#[test]
fn a_send_of_crossbeams_blocks_all_tasks_while_there_is_no_room() {
    assert!(!ticks_when_full(tasks::BLOCKING_SEND));
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
