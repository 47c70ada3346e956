//! What each step does, in both halves.

mod support;

use std::{
    io,
    sync::atomic::{AtomicBool, Ordering::SeqCst},
    sync::mpsc::{self, RecvError, RecvTimeoutError},
    time::Duration,
};

use spinner::{
    PrimeTest, Screen, Seen, Times, r#async,
    cancel::{self, Ended},
    cpu_bound::{self, Way},
    frozen, runtime, thread, wrong,
};
use support::in_time;
use tokio::runtime::{Builder, Runtime};

const fn times(tick: Duration, work: Duration) -> Times {
    Times { tick, work }
}

const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Work for many ticks.
const LONG: Times = times(ms(1), ms(200));

/// A tick that no test could wait for.
const RARE: Times = times(Duration::from_secs(3600), ms(1));

/// Ticks and work whose ends never fall together.
const EXACT: Times = times(ms(100), ms(2950));

fn tasks() -> Runtime {
    runtime::current_thread().expect("a runtime")
}

/// A runtime whose clock leaps from one timer to the next.
fn paused() -> Runtime {
    let mut runtime = Builder::new_current_thread();
    let runtime = runtime.enable_time().start_paused(true).build();
    runtime.expect("a runtime")
}

/// Returns what `run` returned, and what was seen on its screen.
fn watch<T: Send + 'static>(
    what: &str,
    run: impl FnOnce(&Screen) -> T + Send + 'static,
) -> (T, Seen) {
    in_time(what, move || {
        let screen = Screen::silent();
        let result = run(&screen);
        (result, screen.seen())
    })
}

/// Runs both halves of the default pair.
fn told(times: Times) -> [(io::Result<u32>, Seen); 2] {
    let threads =
        move |screen: &Screen| thread::supervisor(times, screen);
    let tasks = move |screen: &Screen| {
        tasks().block_on(r#async::supervisor(times, screen))
    };
    [watch("thread", threads), watch("async", tasks)]
}

/// Runs both halves of the step `cancel`.
fn ended(times: Times) -> [(Ended, Seen); 2] {
    let threads = move |screen: &Screen| {
        cancel::thread::supervisor(times, screen)
    };
    let tasks = move |screen: &Screen| {
        tasks().block_on(cancel::r#async::supervisor(times, screen))
    };
    [watch("thread", threads), watch("async", tasks)]
}

#[test]
fn both_halves_spin_return_the_answer_and_erase() {
    for (answer, seen) in told(LONG) {
        assert_eq!(answer.expect("nothing fails"), 42);
        assert!(seen.frames > 2, "{seen:?}");
        assert!(seen.erased);
    }
}

#[test]
fn a_spinner_that_is_told_stops_before_its_tick_is_over() {
    for (answer, seen) in told(RARE) {
        assert_eq!(answer.expect("nothing fails"), 42);
        assert!(seen.frames <= 1, "{seen:?}");
    }
}

#[test]
fn async_half_draws_a_frame_at_once_and_one_each_tick() {
    let (_, seen) = watch("async", |screen| {
        paused().block_on(r#async::supervisor(EXACT, screen))
    });
    assert_eq!(seen.frames, 30);
}

#[test]
fn a_blocking_call_lets_no_frame_be_drawn_before_its_end() {
    let (answer, seen) = watch("wrong", |screen| {
        tasks().block_on(wrong::supervisor(LONG, screen))
    });
    assert_eq!(answer.expect("nothing fails"), 42);
    assert_eq!(seen.frames, 1);
    assert!(seen.longest_gap >= LONG.work, "{seen:?}");
}

#[test]
fn threads_that_block_stop_no_spinner() {
    for count in 1..=frozen::WORKERS {
        let (answers, seen) = watch("thread", move |screen| {
            frozen::thread::supervisor(LONG, count, screen)
        });
        assert_eq!(answers, vec![42; count]);
        assert!(seen.frames > 2, "{seen:?}");
    }
}

/// Blocks `count` of the tasks beside a spinner.
fn blocked(count: usize) -> Seen {
    let (answers, seen) = watch("async", move |screen| {
        let runtime = runtime::multi_thread(frozen::WORKERS);
        runtime.expect("a runtime").block_on(
            frozen::r#async::supervisor(LONG, count, screen),
        )
    });
    assert_eq!(answers, vec![42; count]);
    seen
}

#[test]
fn one_worker_thread_left_is_enough_for_the_spinner() {
    let seen = blocked(frozen::WORKERS - 1);
    assert!(seen.frames > 2, "{seen:?}");
}

#[test]
fn as_many_blocking_tasks_as_worker_threads_freeze_the_spinner() {
    let seen = blocked(frozen::WORKERS);
    assert!(seen.longest_gap >= LONG.work, "{seen:?}");
}

#[test]
fn a_task_is_cancelled_a_thread_returns_and_both_erase() {
    let cancelled = [false, true];
    for ((ended, seen), cancelled) in
        ended(LONG).into_iter().zip(cancelled)
    {
        assert_eq!(ended, Ended { answer: 42, cancelled });
        assert!(seen.frames > 2, "{seen:?}");
        assert!(seen.erased);
    }
}

#[test]
fn a_spinner_ends_before_its_tick_is_over() {
    for (ended, seen) in ended(RARE) {
        assert_eq!(ended.answer, 42);
        assert!(seen.frames <= 1 && seen.erased, "{seen:?}");
    }
}

#[test]
fn a_flag_alone_ends_no_thread_that_rests() {
    let (flag, woken) = in_time("a thread", || {
        let stop = AtomicBool::new(false);
        let (looks, seen) = mpsc::channel();
        std::thread::scope(|scope| {
            let looks_at = &stop;
            let unit = scope.spawn(move || {
                while !looks_at.load(SeqCst) {
                    looks.send(()).ok();
                    std::thread::park();
                }
            });
            seen.recv().expect("it looks once, and rests");
            stop.store(true, SeqCst);
            let flag = seen.recv_timeout(ms(20));
            unit.thread().unpark();
            (flag, seen.recv())
        })
    });
    assert_eq!(flag, Err(RecvTimeoutError::Timeout), "it rests");
    assert_eq!(woken, Err(RecvError), "it looked, and ended");
}

#[test]
fn after_an_aborted_await_nothing_is_erased() {
    let (ended, seen) = watch("wrong", |screen| {
        paused().block_on(cancel::wrong::supervisor(EXACT, screen))
    });
    assert_eq!(ended, Ended { answer: 42, cancelled: true });
    assert_eq!(seen.frames, 30);
    assert!(!seen.erased);
}

/// Tests a number beside a spinner in this way, in both halves.
fn tested(way: Way) -> [(bool, Seen); 2] {
    let test = PrimeTest::lasting(LONG.work);
    let threads = move |screen: &Screen| {
        let Times { tick, .. } = LONG;
        cpu_bound::thread::supervisor(way, test, tick, screen)
    };
    let tasks = move |screen: &Screen| {
        let Times { tick, .. } = LONG;
        tasks().block_on(cpu_bound::r#async::supervisor(
            way, test, tick, screen,
        ))
    };
    [watch("thread", threads), watch("async", tasks)]
}

#[test]
fn a_task_that_tests_straight_on_freezes_the_spinner() {
    let [threads, tasks] = tested(Way::Straight);
    assert_eq!(threads.0, tasks.0);
    assert!(threads.1.frames > 2, "{threads:?}");
    assert_eq!(tasks.1.frames, 1);
}

#[test]
fn each_other_way_to_test_lets_the_spinner_turn() {
    for way in [Way::Yielding, Way::Blocking, Way::Threaded] {
        for (is_prime, seen) in tested(way) {
            assert!(!is_prime);
            assert!(seen.frames > 2, "{way:?}: {seen:?}");
        }
    }
}
