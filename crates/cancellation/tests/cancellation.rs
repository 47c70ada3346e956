//! Each record is in the source or in the sink, exactly once,
//! wherever a right version is stopped; and not so, somewhere,
//! where a wrong one is.

mod support;

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    time::{Duration, Instant},
};

use cancellation::{
    Audit, Job, Plan, Unit, r#async, delay, guard, refuse, runtime,
    shield, thread,
};
use support::{
    LONG, in_time, job, job_with_hook, paused, plan, poll_times,
};
use tokio_util::sync::CancellationToken;

const SOON: Duration = Duration::from_millis(2);

/// Runs `copy` in a paused runtime: after each number of polls it
/// is dropped, until it completes before that.
fn dropped_everywhere(copy: impl AsyncFn(&Job)) -> Vec<Audit> {
    let runtime = paused();
    let mut audits = Vec::new();
    for polls in 0..100 {
        let job = job();
        let completed = runtime.block_on(async {
            poll_times(pin!(copy(&job)), polls).await
        });
        audits.push(job.audit());
        if completed {
            return audits;
        }
    }
    panic!("it did not complete: {audits:#?}")
}

/// Runs `copy` in a paused runtime: after each number of polls its
/// token is cancelled, and it is polled on to its end.
fn cancelled_everywhere(
    copy: impl AsyncFn(&Job, &CancellationToken),
) -> Vec<Audit> {
    let runtime = paused();
    let mut audits = Vec::new();
    for polls in 0..100 {
        let job = job();
        let stop = CancellationToken::new();
        let completed = runtime.block_on(async {
            let mut unit = pin!(copy(&job, &stop));
            let early = poll_times(unit.as_mut(), polls).await;
            stop.cancel();
            assert!(early || poll_times(unit, 100).await);
            early
        });
        audits.push(job.audit());
        if completed {
            return audits;
        }
    }
    panic!("it did not complete: {audits:#?}")
}

/// Runs `copy` on a thread: its flag is set after each number of
/// its takes and puts.
fn told_everywhere(copy: fn(&Job, &AtomicBool)) -> Vec<Audit> {
    let told_after = |steps| {
        let stop = Arc::new(AtomicBool::new(steps == 0));
        let its_stop = stop.clone();
        let hook = move || its_stop.store(true, SeqCst);
        let job = job_with_hook(steps, Duration::ZERO, hook);
        in_time("the thread ends", move || {
            copy(&job, &stop);
            job.audit()
        })
    };
    (0..=6).map(told_after).collect()
}

/// Asserts that all records are where they should be, that the
/// first stop left something to do, and that the last did not.
#[track_caller]
fn assert_whole(audits: &[Audit]) {
    assert!(audits.iter().all(Audit::is_whole), "{audits:#?}");
    assert!(!audits[0].is_done(), "{audits:#?}");
    assert!(audits[audits.len() - 1].is_done(), "{audits:#?}");
}

/// Asserts that a record was lost at one place at least.
#[track_caller]
fn assert_lossy(audits: &[Audit]) {
    let lossy = |audit: &Audit| !audit.lost.is_empty();
    assert!(audits.iter().any(lossy), "{audits:#?}");
}

/// Runs the supervisor of an async half on the real clock.
fn on_runtime<T: Send + 'static>(
    supervisor: impl AsyncFnOnce() -> T + Send + 'static,
) -> T {
    in_time("the task ends", move || {
        runtime().expect("a runtime starts").block_on(supervisor())
    })
}

#[test]
fn a_thread_that_is_told_between_records_loses_none() {
    assert_whole(&told_everywhere(thread::copy));
}

#[test]
fn a_task_whose_token_is_cancelled_between_records_loses_none() {
    assert_whole(&cancelled_everywhere(r#async::copy));
}

#[test]
fn a_task_that_is_dropped_between_records_loses_none() {
    let stop = CancellationToken::new();
    let copy = async |job: &Job| r#async::copy(job, &stop).await;
    assert_whole(&dropped_everywhere(copy));
}

#[test]
fn both_halves_stop_when_told_with_most_of_their_work_undone() {
    let plan =
        Plan { records: 1_000_000, ..plan(Unit::Thread, SOON) };
    let of_thread = in_time("the thread ends", move || {
        thread::supervisor(&plan)
    });
    let of_task = on_runtime(async move || {
        let plan = Plan { unit: Unit::Task, ..plan };
        r#async::supervisor(&plan).await
    });
    for seen in [of_thread, of_task] {
        assert!(seen.audit.is_whole(), "{seen}");
        assert!(!seen.audit.is_done(), "{seen}");
    }
}

#[test]
fn a_token_wakes_a_task_that_would_sleep_for_an_hour() {
    let plan = Plan { after: SOON, ..plan(Unit::Task, LONG) };
    let seen =
        on_runtime(async move || r#async::supervisor(&plan).await);
    assert_eq!(seen.audit.source, [1, 2, 3, 4]);
}

#[test]
fn a_thread_sees_its_flag_no_sooner_than_its_pause_ends() {
    let pace = SOON * 20;
    let job = job_with_hook(0, pace, || {});
    let start = Instant::now();
    // The flag is set before the pause begins: that is as soon as
    // it can be.
    thread::copy(&job, &AtomicBool::new(true));
    assert!(start.elapsed() >= pace);
    assert_eq!(job.audit().source, [1, 2, 3]);
}

#[test]
fn a_step_is_completed_before_a_flag_or_a_token_is_looked_at() {
    assert_whole(&told_everywhere(delay::thread::copy));
    assert_whole(&cancelled_everywhere(delay::r#async::copy));
    let plan = plan(Unit::Thread, SOON);
    let of_thread = in_time("the thread ends", move || {
        delay::thread::supervisor(&plan)
    });
    assert!(of_thread.audit.is_whole(), "{of_thread}");
    assert!(!of_thread.audit.sink.is_empty(), "{of_thread}");
    let of_task = in_time("the task ends", move || {
        paused().block_on(delay::r#async::supervisor(&plan))
    });
    assert_eq!(of_task.audit.sink, [1]);
    assert_eq!(of_task.audit.source, [2, 3, 4]);
}

#[test]
fn a_token_that_reaches_into_a_step_loses_its_record() {
    assert_lossy(&cancelled_everywhere(delay::wrong::copy));
    let plan = plan(Unit::Task, LONG);
    let seen = on_runtime(async move || {
        delay::wrong::supervisor(&plan).await
    });
    assert_eq!(seen.audit.lost, [1]);
}

#[test]
fn a_step_that_is_a_unit_of_its_own_is_completed() {
    let plan = plan(Unit::Thread, SOON);
    let of_thread = in_time("the thread ends", move || {
        shield::thread::supervisor(&plan)
    });
    let of_task = in_time("the task ends", move || {
        paused().block_on(shield::r#async::supervisor(&plan))
    });
    assert_eq!(of_thread.audit.sink, [1]);
    assert_eq!(of_thread.audit, of_task.audit);
}

#[test]
fn a_step_within_the_task_that_is_stopped_loses_its_record() {
    let plan = plan(Unit::Task, LONG);
    let seen = on_runtime(async move || {
        shield::wrong::supervisor(&plan).await
    });
    assert_eq!(seen.audit.lost, [1]);
}

#[test]
fn both_halves_refuse_as_often_as_they_are_asked() {
    let refused = Arc::new(AtomicUsize::new(0));
    let (ask, requests) = mpsc::sync_channel(2);
    let job = Arc::new(job_with_hook(0, SOON, || {}));
    assert_eq!((ask.send(()), ask.send(())), (Ok(()), Ok(())));
    let (its_job, counted) = (job.clone(), refused.clone());
    in_time("the thread ends", move || {
        refuse::thread::copy(its_job, requests, counted);
    });
    assert_eq!(refused.load(SeqCst), 2);
    assert!(job.audit().is_done());
    drop(ask);

    let refused = Arc::new(AtomicUsize::new(0));
    let (ask, requests) = tokio::sync::mpsc::channel(2);
    let job = Arc::new(job_with_hook(0, SOON, || {}));
    assert!(ask.try_send(()).is_ok() && ask.try_send(()).is_ok());
    let (its_job, counted) = (job.clone(), refused.clone());
    on_runtime(async move || {
        refuse::r#async::copy(its_job, requests, counted).await;
    });
    assert_eq!(refused.load(SeqCst), 2);
    assert!(job.audit().is_done());
    drop(ask);
}

#[test]
fn a_thread_that_refuses_is_waited_for_and_a_task_is_aborted() {
    let plan = plan(Unit::Thread, SOON);
    let of_thread = in_time("the thread ends", move || {
        refuse::thread::supervisor(&plan)
    });
    assert!(of_thread.seen.audit.is_done(), "{of_thread}");
    let plan = Plan { pace: LONG, unit: Unit::Task, ..plan };
    let of_task = on_runtime(async move || {
        refuse::r#async::supervisor(&plan).await
    });
    assert_eq!(of_task.times, 2);
    assert_eq!(of_task.seen.audit.source, [1, 2, 3, 4]);
}

/// What stops a thread by a message, and the thread's job.
fn told_by_message(
    copy: fn(&Job, &mpsc::Receiver<()>),
) -> Vec<Audit> {
    let told_after = |steps| {
        let (stop, told) = mpsc::sync_channel(1);
        if steps == 0 {
            assert_eq!(stop.send(()), Ok(()));
        }
        let hook = move || assert_eq!(stop.send(()), Ok(()));
        let job = job_with_hook(steps, SOON, hook);
        in_time("the thread ends", move || {
            copy(&job, &told);
            job.audit()
        })
    };
    (0..=6).map(told_after).collect()
}

#[test]
fn a_guard_gives_a_record_back_wherever_the_unit_is_stopped() {
    assert_whole(&told_by_message(guard::thread::copy));
    assert_whole(&dropped_everywhere(guard::r#async::copy));
    let plan = plan(Unit::Thread, LONG);
    let of_thread = in_time("the thread ends", move || {
        guard::thread::supervisor(&plan)
    });
    let of_task = on_runtime(async move || {
        guard::r#async::supervisor(&plan).await
    });
    assert_eq!(of_thread.audit.source, [1, 2, 3, 4]);
    assert_eq!(of_thread.audit, of_task.audit);
}

#[test]
fn without_a_guard_the_record_is_lost() {
    assert_lossy(&told_by_message(guard::early::wrong::copy));
    assert_lossy(&dropped_everywhere(guard::wrong::copy));
    let plan = plan(Unit::Thread, LONG);
    let of_thread = in_time("the thread ends", move || {
        guard::early::wrong::supervisor(&plan)
    });
    let of_task = on_runtime(async move || {
        guard::wrong::supervisor(&plan).await
    });
    assert_eq!(of_thread.audit.lost, [1]);
    assert_eq!(of_thread.audit, of_task.audit);
}
