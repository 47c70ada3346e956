//! What the calls do that stop a unit, or that wait for one.

mod support;

use std::{pin::pin, sync::mpsc, time::Duration};

use cancellation::{
    Plan, Unit,
    blocking::{self, Outcome, Run, Work},
    event::{Op, Verb},
    lost::polls::poll_times,
    runtime, ways,
};
use support::{DEADLINE, LONG, in_time, paused, plan};
use tokio::{task, time};

const SOON: Duration = Duration::from_millis(2);

#[test]
fn each_way_of_stopping_a_thread_leaves_all_records_whole() {
    let plan = plan(Unit::Thread, SOON);
    let ways = in_time("the threads end", move || {
        ways::thread::all(&plan).expect("there is a loopback")
    });
    assert_eq!(ways.len(), 5);
    assert!(ways.iter().all(|way| way.seen.audit.is_whole()));
}

#[test]
fn a_thread_whose_handle_is_dropped_goes_on_to_its_end() {
    let plan = plan(Unit::Thread, SOON);
    let ways = in_time("the threads end", move || {
        ways::thread::all(&plan).expect("there is a loopback")
    });
    assert_eq!(ways[3].name, "handle dropped");
    assert!(ways[3].seen.audit.is_done(), "{}", ways[3]);
}

#[test]
fn each_way_of_stopping_a_task_ends_a_sleep_of_an_hour() {
    let plan = Plan { after: SOON, ..plan(Unit::Task, LONG) };
    let ways = in_time("the tasks end", move || {
        let runtime = runtime().expect("a runtime starts");
        let ways = runtime.block_on(ways::r#async::all(&plan));
        ways.expect("there is a loopback")
    });
    assert_eq!(ways.len(), 5);
    assert!(ways.iter().all(|way| way.seen.audit.is_whole()));
    // Each has copied the record before its first sleep, but for
    // the one whose source says nothing.
    let copied = ways.iter().map(|way| way.seen.audit.sink.len());
    assert_eq!(copied.collect::<Vec<_>>(), [1, 1, 1, 1, 0]);
}

/// A call that is made while blocking work runs.
type Call = fn((Run, Work)) -> std::io::Result<Outcome>;

/// Makes `call` on work that takes a little while, and tells
/// whether the work was done to its end when the call returned.
fn waits_for_short_work(call: Call) -> bool {
    in_time("the work ends", move || {
        let (end, ended) = mpsc::channel();
        let work = Work::new(move || {
            std::thread::sleep(SOON * 10);
            end.send(()).ok();
        });
        let outcome = call(work).expect("the system starts it");
        outcome.done && ended.try_recv() == Ok(())
    })
}

/// Makes `call` on work that goes on until the call has returned;
/// the work is let go then, and must end.
fn on_held_work(call: Call) -> Outcome {
    let (release, released) = mpsc::channel::<()>();
    let (end, ended) = mpsc::channel();
    let outcome = in_time("the call returns", move || {
        call(Work::new(move || {
            released.recv().ok();
            end.send(()).ok();
        }))
    });
    drop(release);
    assert_eq!(ended.recv_timeout(DEADLINE), Ok(()));
    outcome.expect("the system starts it")
}

#[test]
fn blocking_work_cannot_be_stopped_once_it_has_begun() {
    assert!(waits_for_short_work(blocking::thread::ask));
    assert!(waits_for_short_work(blocking::r#async::ask));
}

#[test]
fn joining_a_thread_and_dropping_a_runtime_wait_for_the_work() {
    assert!(waits_for_short_work(blocking::thread::wait));
    assert!(waits_for_short_work(blocking::r#async::wait));
}

#[test]
fn a_time_limit_leaves_the_work_to_go_on_by_itself() {
    let of_thread =
        on_held_work(|work| blocking::thread::wait_for(work, SOON));
    assert!(!of_thread.done);
    let of_task = on_held_work(|work| {
        blocking::r#async::wait_for(work, SOON)
    });
    assert!(!of_task.done);
}

/// Computes for ten hours of the virtual clock; returns for how
/// many it did.
async fn compute(gives_way: bool) -> usize {
    let mut hours = 0;
    while hours < 10 {
        // Polled once, it moves the clock, and waits for nothing.
        poll_times(pin!(time::advance(LONG)), 1);
        hours += 1;
        if gives_way {
            task::yield_now().await;
        }
    }
    hours
}

#[test]
fn a_time_limit_ends_nothing_between_two_awaits() {
    let limited = |gives_way| {
        paused().block_on(async {
            time::timeout(LONG, compute(gives_way)).await
        })
    };
    assert_eq!(limited(false), Ok(10));
    assert!(limited(true).is_err());
}

#[test]
fn leaving_the_work_does_not_end_it() {
    assert!(!on_held_work(blocking::thread::leave).done);
    assert!(!on_held_work(blocking::r#async::leave).done);
}

#[test]
fn a_step_reads_as_it_is_written() {
    for (verb, text) in [
        (Verb::Peek, "peek 7"),
        (Verb::Take, "take 7"),
        (Verb::Put, "put 7"),
        (Verb::Pass, "pass 7"),
        (Verb::Copy, "copy 7"),
        (Verb::Remove, "remove 7"),
        (Verb::GiveBack, "give_back 7"),
    ] {
        let op = Op { verb, record: 7 };
        assert_eq!(op.to_string(), text);
        assert_eq!(text.parse(), Ok(op));
    }
    for text in ["main returns", "take", "take it", ""] {
        assert!(text.parse::<Op>().is_err(), "{text}");
    }
}
