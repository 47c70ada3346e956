//! What `ThreadFuture`, `Pool`, `TaskPool` and `message` promise.

mod support;

use std::{
    panic,
    sync::{
        Arc, Barrier,
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc,
    },
    thread,
    time::Duration,
};

use futures_vs_tasks::{
    Pool, TaskPool, hook, message,
    thread_future::{Error, channel},
};
use support::{DEADLINE, SHORT, awaited, in_time};

#[test]
fn a_result_is_there_once_it_was_sent_and_may_be_had_twice() {
    let (sender, future) = channel();
    assert!(!future.is_done());
    assert_eq!(future.result(Some(SHORT)), Err(Error::Elapsed));
    sender.send(Ok(42));
    assert!(future.is_done());
    assert_eq!(future.result(Some(Duration::ZERO)), Ok(42));
    let again = in_time("the result", move || future.result(None));
    assert_eq!(again, Ok(42));
}

#[test]
fn who_waits_with_a_limit_hears_of_the_result_in_time() {
    let (sender, future) = channel();
    let unit = thread::spawn(move || sender.send(Ok(42)));
    assert_eq!(future.result(Some(DEADLINE)), Ok(42));
    unit.join().expect("no panic");
}

#[test]
fn a_sender_that_is_dropped_leaves_an_error() {
    let (sender, future) = channel::<u32>();
    drop(sender);
    assert_eq!(future.result(None), Err(Error::Closed));
}

#[test]
fn callbacks_are_called_in_order_and_may_ask_the_future() {
    hook::install();
    let noted = in_time("the callbacks", || {
        let (sender, future) = channel();
        let future = Arc::new(future);
        let (note, noted) = mpsc::channel();
        for name in ["first", "second"] {
            let (note, asked) = (note.clone(), future.clone());
            future.add_done_callback(move |_| {
                note.send((name, asked.is_done())).ok();
                panic!("{} for {name}", hook::OWN);
            });
        }
        sender.send(Ok(42));
        let end = note;
        future.add_done_callback(move |outcome| {
            assert_eq!(outcome, &Ok(42));
            end.send(("late", true)).ok();
        });
        noted.into_iter().take(3).collect::<Vec<_>>()
    });
    let expected =
        [("first", true), ("second", true), ("late", true)];
    assert_eq!(noted, expected);
}

#[test]
fn a_late_callback_is_called_at_once_on_this_thread() {
    let (sender, future) = channel();
    sender.send(Ok(42));
    let (note, noted) = mpsc::channel();
    future.add_done_callback(move |_| {
        note.send(thread::current().id()).ok();
    });
    assert_eq!(noted.try_recv(), Ok(thread::current().id()));
}

/// The pools of both kinds, each with `size` threads.
fn pools(size: usize) -> [Pool; 2] {
    [Pool::new(size), Pool::with_channel(size)]
}

#[test]
fn a_pool_does_as_many_jobs_at_once_as_it_has_threads() {
    in_time("the pools", || {
        for pool in pools(3) {
            let barrier = Arc::new(Barrier::new(3));
            let jobs = [(); 6].map(|()| {
                let barrier = barrier.clone();
                pool.submit(move || {
                    barrier.wait();
                    thread::current().id()
                })
            });
            let mut threads = jobs.map(|job| {
                format!("{:?}", job.result(None).expect("no panic"))
            });
            threads.sort_unstable();
            let mut threads = threads.to_vec();
            threads.dedup();
            assert_eq!(threads.len(), 3);
        }
    });
}

#[test]
fn a_pool_is_not_dropped_before_its_jobs_are_done_in_order() {
    in_time("the pools", || {
        for pool in pools(1) {
            let (note, noted) = mpsc::channel();
            let jobs: Vec<_> = (0..1000)
                .map(|job| {
                    let note = note.clone();
                    pool.submit(move || note.send(job).is_ok())
                })
                .collect();
            drop(pool);
            assert!(jobs.iter().all(|job| job.is_done()));
            drop(note);
            assert!(noted.into_iter().eq(0..1000));
        }
    });
}

#[test]
fn a_panic_is_the_result_of_its_job_and_costs_no_thread() {
    hook::install();
    in_time("the pools", || {
        for pool in pools(1) {
            let job = pool.submit(|| -> u32 {
                panic!("{} of {}", hook::OWN, "XX")
            });
            let error = job.result(None).expect_err("a panic");
            assert_eq!(
                error,
                Error::Panicked("no flag of XX".into())
            );
            assert_eq!(
                error.to_string(),
                "panicked with message \"no flag of XX\""
            );
            assert_eq!(pool.submit(|| 42).result(None), Ok(42));
        }
    });
}

#[test]
fn a_pool_of_tasks_runs_as_many_at_once_as_it_has_permits() {
    let (most, ends) = awaited("the tasks", async || {
        let pool = TaskPool::new(2);
        let under_way = Arc::new(AtomicUsize::new(0));
        let barrier = Arc::new(tokio::sync::Barrier::new(2));
        let jobs = [1, 2, 3, 4].map(|job| {
            let (now, barrier) =
                (under_way.clone(), barrier.clone());
            pool.submit(async move {
                let before = now.fetch_add(1, SeqCst);
                barrier.wait().await;
                now.fetch_sub(1, SeqCst);
                (before + 1, job)
            })
        });
        let (mut most, mut ends) = (0, Vec::new());
        for job in jobs {
            let (now, end) = job.await.expect("no panic");
            most = most.max(now);
            ends.push(end);
        }
        (most, ends)
    });
    assert_eq!((most, ends), (2, vec![1, 2, 3, 4]));
}

#[test]
fn the_message_of_a_panic_is_found_in_every_kind_of_text() {
    hook::install();
    let said = |work: fn()| {
        let payload =
            panic::catch_unwind(work).expect_err("a panic");
        message(&*payload)
    };
    assert_eq!(said(|| panic!("no flag")), "no flag");
    assert_eq!(said(|| panic!("no flag {}", 1)), "no flag 1");
    let payload: Box<dyn std::any::Any + Send> = Box::new(7);
    assert_eq!(message(&*payload), "no text");
}

/// The copies that the models of `tests/loom.rs` catch.
#[test]
fn each_wrong_copy_is_wrong_in_one_line() {
    let pairs = [
        (
            include_str!("../src/queue.rs"),
            include_str!("wrong/queue.rs"),
        ),
        (
            include_str!("../src/thread_future.rs"),
            include_str!("wrong/thread_future.rs"),
        ),
    ];
    for (right, wrong) in pairs {
        assert_eq!(right.lines().count(), wrong.lines().count());
        let lines = right.lines().zip(wrong.lines());
        let differ = lines.filter(|(right, wrong)| right != wrong);
        assert_eq!(differ.count(), 1);
    }
}
