//! Each world's own form does what the pair does.

mod support;

use footprint::{Meter, only_async, only_thread};
use support::{awaited, in_time};

/// Asserts that all units waited at the same time, and all were
/// joined.
#[track_caller]
fn assert_all(units: usize, joined: usize, meter: &Meter) {
    assert_eq!(meter.reading().present, units);
    assert_eq!(joined, units);
}

#[test]
fn all_scoped_threads_wait_at_a_lock_and_are_joined() {
    for units in [0, 1, 30] {
        in_time("threads at a lock", move || {
            let mut meter = Meter::new();
            let joined = only_thread::supervisor(units, &mut meter);
            assert_all(units, joined, &meter);
        });
    }
}

#[test]
fn all_tasks_of_a_set_watch_one_value_and_are_joined() {
    for units in [0, 1, 30] {
        in_time("tasks of a set", move || {
            let mut meter = Meter::new();
            let joined = only_async::supervisor(units, &mut meter);
            assert_all(units, awaited(joined), &meter);
        });
    }
}
