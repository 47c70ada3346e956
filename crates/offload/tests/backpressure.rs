//! How many images are in memory while the disk is busy.

mod support;

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering::SeqCst},
};

use offload::{
    Seen, Version,
    versions::{tasks, threads},
};
use support::{
    Setting, disk_of, more, some, told_pulse, told_shelf, wait_for,
};

const UNITS: usize = 3;
const ROOM: usize = 2;

/// Just downloaded, waiting, being written.
const BOUND: usize = UNITS + ROOM + 1;

/// Runs `version` on a disk whose first write lasts until there
/// are `held` images in memory, and as long as more could come.
fn run(version: Version, count: usize, held: usize) -> Seen {
    let (shelf, counts) = told_shelf();
    let (pulse, ticks) = told_pulse();
    let waits = (Mutex::new(counts), Mutex::new(ticks));
    let writes = AtomicUsize::new(0);
    let disk = disk_of(move || {
        if writes.fetch_add(1, SeqCst) > 0 {
            return Ok(());
        }
        let (counts, ticks) = &waits;
        wait_for(counts, held)?;
        more(20, &ticks.lock().expect("no write panics"))
    });
    let setting = Setting::new(some(count), disk);
    let (room, max_req) = (ROOM, UNITS);
    let setting = Setting { room, max_req, ..setting };
    let seen = Setting { shelf, pulse, ..setting }.run(version);
    assert_eq!(seen.told.counts.ok, count, "{seen:#?}");
    seen
}

#[test]
fn a_bounded_hand_over_holds_as_many_images_as_it_may_and_no_more()
{
    for version in [threads::BOUNDED, tasks::BOUNDED] {
        for count in [20, 40] {
            let held = run(version, count, BOUND).held;
            assert_eq!(held.peak_count, BOUND, "{held:?}");
        }
    }
}

#[test]
fn without_a_bound_all_images_pile_up() {
    for version in [threads::UNBOUNDED, tasks::UNBOUNDED] {
        for count in [20, 40] {
            let held = run(version, count, count).held;
            assert_eq!(held.peak_count, count, "{held:?}");
        }
    }
}

#[test]
fn who_waits_for_its_own_write_holds_one_image() {
    for version in [threads::WRITER, tasks::WRITER] {
        let held = run(version, 20, UNITS).held;
        assert_eq!(held.peak_count, UNITS, "{held:?}");
    }
}
