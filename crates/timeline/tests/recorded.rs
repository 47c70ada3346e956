//! What is recorded of threads and tasks.
//!
//! A process has one recorder: all tests share it, and each looks
//! at lanes whose names no other test uses.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{OnceLock, mpsc},
    thread,
    time::Duration,
};

use testing::in_time;
use timeline::{
    End, Kind, Lane, Recorder, Timeline, asynchronous, blocking,
};
use tokio::{runtime, sync::oneshot, task};

fn recorder() -> &'static Recorder {
    static RECORDER: OnceLock<Recorder> = OnceLock::new();
    RECORDER.get_or_init(|| Recorder::install().expect("the first"))
}

/// Runs `work` on one thread that runs all tasks.
fn block_on<F: Future>(work: F) -> F::Output {
    let mut runtime = runtime::Builder::new_current_thread();
    runtime.build().expect("a runtime").block_on(work)
}

fn lane(name: &str) -> (Timeline, Lane) {
    let timeline = recorder().timeline();
    let lane = timeline.lanes.iter().find(|lane| lane.name == name);
    let lane = lane.expect("it was recorded").clone();
    (timeline, lane)
}

/// Returns what a lane did, in order: "runs", or for what it
/// waited.
fn did(lane: &Lane) -> Vec<&str> {
    let what = lane
        .spans
        .iter()
        .map(|span| span.waits_for.as_deref().unwrap_or("runs"));
    what.collect()
}

#[test]
fn a_thread_that_blocks_runs_waits_and_runs() {
    recorder();
    in_time("what waits", || {
        let (sender, go) = mpsc::channel();
        let unit = thread::Builder::new().name("blocker".into());
        let unit = unit.spawn(move || {
            blocking::lane("blocks", || {
                blocking::wait("the word", || go.recv())
            })
        });
        sender.send(()).expect("it listens");
        let end = unit.expect("a thread").join().expect("no panic");
        end.expect("the word came");
    });
    let (timeline, lane) = lane("blocks");
    assert_eq!(did(&lane), ["runs", "the word", "runs"]);
    assert_eq!((lane.kind, lane.end), (Kind::Thread, End::Done));
    let threads = lane.spans.iter().map(|span| span.thread);
    let names = threads.map(|it| &timeline.threads[it.unwrap()]);
    let own = "thread blocks";
    assert_eq!(names.collect::<Vec<_>>(), [own, own, own]);
}

#[test]
fn a_task_that_is_polled_twice_waits_in_between_with_no_thread() {
    recorder();
    in_time("what waits", || {
        block_on(async {
            let (sender, go) = oneshot::channel::<()>();
            let unit = async {
                asynchronous::wait("the word", go).await.is_ok()
            };
            let unit = asynchronous::lane("polled twice", unit);
            let unit = task::spawn(unit);
            task::yield_now().await; // the task is polled
            sender.send(()).expect("it listens");
            assert!(unit.await.expect("no panic"));
        });
    });
    let (_, lane) = lane("polled twice");
    let first = "its first poll";
    assert_eq!(did(&lane), [first, "runs", "the word", "runs"]);
    assert_eq!((lane.kind, lane.end), (Kind::Task, End::Done));
    let held = lane.spans.iter().map(|span| span.thread.is_some());
    let held: Vec<_> = held.collect();
    assert_eq!(held, [false, true, false, true]);
    let from = lane.spans.iter().map(|span| span.from).skip(1);
    let to = lane.spans.iter().map(|span| span.to);
    assert!(from.zip(to).all(|(from, to)| from == to), "no gaps");
}

#[test]
fn a_dropped_future_leaves_no_sliver_and_says_that_it_was_dropped()
{
    recorder();
    in_time("what waits", || {
        block_on(async {
            let never = async {
                let never = std::future::pending::<()>();
                asynchronous::wait("what never comes", never).await;
            };
            let unit = asynchronous::lane("dropped", never);
            let unit = task::spawn(unit);
            task::yield_now().await; // the task is polled
            unit.abort();
            assert!(unit.await.unwrap_err().is_cancelled());
        });
    });
    let (_, lane) = lane("dropped");
    let polled = ["its first poll", "runs", "what never comes"];
    assert_eq!(did(&lane), polled);
    assert_eq!(lane.end, End::Dropped);
}

#[test]
fn the_innermost_wait_under_way_names_the_gap() {
    recorder();
    in_time("what waits", || {
        block_on(async {
            let (sender, go) = oneshot::channel::<()>();
            let unit = async {
                let inner = asynchronous::wait("inner", go);
                let outer = async { inner.await.is_ok() };
                assert!(asynchronous::wait("outer", outer).await);
                task::yield_now().await; // nobody says for what
            };
            let unit = asynchronous::lane("in a wait", unit);
            let unit = task::spawn(unit);
            task::yield_now().await;
            sender.send(()).expect("it listens");
            unit.await.expect("no panic");
        });
    });
    let did_it = ["runs", "inner", "runs", "unnamed", "runs"];
    assert_eq!(did(&lane("in a wait").1)[1..], did_it);
}

#[test]
fn a_call_that_blocks_in_a_task_holds_the_thread() {
    recorder();
    in_time("what waits", || {
        block_on(async {
            let blocks = async {
                blocking::wait("a blocking call", || {});
            };
            let unit =
                asynchronous::lane("blocks the loop", blocks);
            task::spawn(unit).await.expect("no panic");
        });
    });
    let (_, lane) = lane("blocks the loop");
    assert_eq!(
        did(&lane)[1..],
        ["runs", "a blocking call", "runs"]
    );
    assert!(lane.spans[2].thread.is_some());
}

#[test]
fn a_future_that_another_lane_polls_is_called_a_future() {
    recorder();
    in_time("what waits", || {
        block_on(asynchronous::lane(
            "around",
            asynchronous::lane("part", async {}),
        ));
    });
    assert_eq!(lane("around").1.kind, Kind::Task);
    assert_eq!(lane("part").1.kind, Kind::Future);
}

#[test]
fn a_panic_ends_the_spans_of_a_thread_and_of_a_task() {
    recorder();
    let panics = || -> () {
        blocking::lane("thread that panics", || {
            blocking::wait("a panic", || panic!("as planned"))
        })
    };
    assert!(catch_unwind(AssertUnwindSafe(panics)).is_err());
    let panics = async { panic!("as planned") };
    let panics = asynchronous::lane("task that panics", panics);
    let end = in_time("a task", || {
        block_on(async { task::spawn(panics).await })
    });
    assert!(end.unwrap_err().is_panic());
    let (_, thread) = lane("thread that panics");
    assert_eq!(did(&thread), ["runs", "a panic", "runs"]);
    assert_eq!(thread.end, End::Panicked);
    let (_, task) = lane("task that panics");
    assert_eq!(did(&task), ["its first poll", "runs"]);
    assert_eq!(task.end, End::Panicked);
    // And the thread is free of them: what runs on it now, runs.
    blocking::lane("after a panic", || {});
    assert_eq!(did(&lane("after a panic").1), ["runs"]);
}

#[test]
fn a_lane_that_has_not_ended_is_drawn_until_now() {
    recorder();
    blocking::lane("not over", || {
        let (_, lane) = lane("not over");
        assert_eq!(did(&lane), ["runs"]);
        assert_eq!(lane.end, End::Open);
    });
    assert_eq!(lane("not over").1.end, End::Done);
}

#[test]
fn what_is_no_lane_is_not_recorded() {
    recorder();
    blocking::wait("in no lane", || {});
    tracing::info_span!("somebody else's").in_scope(|| {});
    tracing::info!("an event");
    let lanes = recorder().timeline().lanes;
    assert!(
        lanes
            .iter()
            .all(|lane| { !did(lane).contains(&"in no lane") })
    );
    let marks = recorder().log().marks;
    assert!(marks.iter().all(|it| it.name != "somebody else's"));
}

#[test]
fn characters_that_control_a_terminal_are_not_kept() {
    recorder();
    blocking::lane("a\u{1b}[31m\n\0name", || {});
    let lanes = recorder().timeline().lanes;
    let name = "a\u{fffd}[31m\u{fffd}\u{fffd}name";
    assert!(lanes.iter().any(|lane| lane.name == name));
}

/// Where the system tells CPU time, a span never has more of it
/// than time passed; and work takes some.
#[test]
#[cfg(target_os = "linux")]
fn work_takes_cpu_time_and_no_more_than_time_passed() {
    recorder();
    blocking::lane("works", || {
        let some = std::hint::black_box(200_000_u64);
        (0..some).fold(1, |a, b| std::hint::black_box(a ^ b))
    });
    let (_, lane) = lane("works");
    let cpu = lane.spans[0].cpu.expect("Linux tells");
    assert!(
        cpu > Duration::ZERO && cpu <= lane.spans[0].duration()
    );
}
