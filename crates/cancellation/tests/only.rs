//! What one would write in one world alone stops as the pair does,
//! and loses no record.

mod support;

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    time::Duration,
};

use cancellation::{
    Plan, Seen, Unit, only_async, only_thread, runtime,
};
use support::{
    LONG, in_time, job, job_with_hook, paused, plan, poll_times,
};

const SOON: Duration = Duration::from_millis(2);

fn of_thread(plan: Plan) -> Seen {
    in_time("the thread ends", move || {
        only_thread::supervisor(&plan)
    })
}

fn of_future(plan: Plan) -> Seen {
    in_time("the future ends", move || {
        let runtime = runtime().expect("a runtime starts");
        runtime.block_on(only_async::supervisor(&plan))
    })
}

#[test]
fn both_stop_in_the_middle_and_lose_nothing() {
    let plan =
        Plan { records: 1_000_000, ..plan(Unit::Thread, SOON) };
    let plan = Plan { after: SOON * 10, ..plan };
    for seen in [of_thread(plan), of_future(plan)] {
        assert!(seen.audit.is_whole(), "{seen}");
        assert!(!seen.audit.is_done(), "{seen}");
    }
}

#[test]
fn both_are_stopped_in_a_pause_of_an_hour() {
    let plan = Plan { after: SOON, ..plan(Unit::Thread, LONG) };
    for seen in [of_thread(plan), of_future(plan)] {
        assert_eq!(seen.audit.source, [1, 2, 3, 4]);
    }
}

#[test]
fn a_thread_that_nobody_stops_copies_all() {
    let job = job_with_hook(0, Duration::ZERO, || {});
    let audit = in_time("the thread ends", move || {
        only_thread::copy(&job, &AtomicBool::new(false));
        job.audit()
    });
    assert!(audit.is_done(), "{audit}");
}

#[test]
fn a_thread_that_is_told_anywhere_loses_nothing() {
    for steps in 0..=6 {
        let stop = Arc::new(AtomicBool::new(steps == 0));
        let its_stop = stop.clone();
        let hook = move || its_stop.store(true, SeqCst);
        let job = job_with_hook(steps, Duration::ZERO, hook);
        let audit = in_time("the thread ends", move || {
            only_thread::copy(&job, &stop);
            job.audit()
        });
        assert!(audit.is_whole(), "{steps}: {audit}");
    }
}

#[test]
fn a_future_that_is_dropped_anywhere_loses_nothing() {
    let runtime = paused();
    for polls in 0..10 {
        let job = job();
        let done = runtime.block_on(async {
            let copy = pin!(only_async::copy(&job));
            poll_times(copy, polls).await
        });
        let audit = job.audit();
        assert!(audit.is_whole(), "{polls}: {audit}");
        if done {
            assert!(audit.is_done() && polls > 3, "{polls}");
            return;
        }
    }
    panic!("it did not complete");
}
