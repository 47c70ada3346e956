//! What overlaps, and in which order results come.

mod support;

use std::{
    sync::{Arc, Barrier, mpsc},
    time::Duration,
};

use futures_vs_tasks::{
    Job, Kind, Pool, Table, TaskPool,
    job::compute,
    runtime,
    together::{self, either, ordered},
};
use support::{awaited, in_time};
use tokio::sync::oneshot;

const SHORT: Duration = Duration::from_millis(1);

#[test]
fn in_turn_at_most_one_is_under_way() {
    let job = Job::new(Kind::Wait(SHORT));
    let unit = job.clone();
    in_time("threads", move || {
        together::thread::in_turn(|| drop(unit.enter()));
    });
    assert_eq!((job.seen().most, job.seen().threads), (1, 1));
    let job = Job::new(Kind::Wait(SHORT));
    let unit = job.clone();
    awaited("tasks", async move || {
        let work = async || {
            let _under_way = unit.enter();
            tokio::task::yield_now().await;
        };
        together::r#async::in_turn(work).await;
    });
    assert_eq!((job.seen().most, job.seen().threads), (1, 1));
}

/// Nobody passes a barrier of three before all three are there.
#[test]
fn three_threads_are_under_way_at_once_in_every_way() {
    let barrier = Arc::new(Barrier::new(3));
    let meet = move || {
        barrier.wait();
    };
    in_time("threads", move || {
        together::thread::joined(meet.clone());
        together::thread::spawned(meet.clone());
        for pool in [Pool::new(3), Pool::with_channel(3)] {
            together::thread::pooled(&pool, meet.clone());
        }
    });
}

#[test]
fn three_futures_are_under_way_at_once_on_one_thread() {
    let job = Job::new(Kind::Wait(SHORT));
    let seen = job.clone();
    awaited("tasks", async move || {
        let barrier = Arc::new(tokio::sync::Barrier::new(3));
        let meet = || {
            let (job, barrier) = (job.clone(), barrier.clone());
            async move {
                let _under_way = job.enter();
                barrier.wait().await;
            }
        };
        together::r#async::joined(async || meet().await).await;
        together::r#async::spawned(meet).await;
    });
    assert_eq!((seen.seen().most, seen.seen().threads), (3, 1));
}

#[test]
fn what_does_not_wait_does_not_overlap_on_one_thread() {
    let job = Job::new(Kind::Compute(1000));
    let seen = job.clone();
    awaited("tasks", async move || {
        let work = || {
            let job = job.clone();
            async move {
                let _under_way = job.enter();
                compute(1000);
            }
        };
        together::r#async::joined(async || work().await).await;
        together::r#async::spawned(work).await;
    });
    assert_eq!((seen.seen().most, seen.seen().threads), (1, 1));
}

/// A task that waits at the standard barrier keeps its thread, as
/// one that computes does.
#[test]
fn tasks_of_a_multi_thread_runtime_are_parallel() {
    let pool = runtime::multi_thread(3).expect("a runtime starts");
    let handle = pool.handle().clone();
    awaited("tasks", async move || {
        let barrier = Arc::new(Barrier::new(3));
        let meet = || {
            let barrier = barrier.clone();
            async move {
                barrier.wait();
            }
        };
        together::r#async::pooled(&handle, meet).await;
    });
    pool.shutdown_background();
}

#[test]
fn each_way_is_a_row_with_what_was_seen() {
    let wait = Kind::Wait(SHORT);
    let threads = in_time("threads", move || {
        let mut table = Table::silent();
        let pool = Pool::new(1);
        together::thread::show(&mut table, &pool, wait);
        table
    });
    let pool = runtime::multi_thread(1).expect("a runtime starts");
    let handle = pool.handle().clone();
    let tasks = awaited("tasks", async move || {
        let mut table = Table::silent();
        together::r#async::show(&mut table, &handle, wait).await;
        table
    });
    pool.shutdown_background();
    let whats = |table: &Table| {
        let rows = table.rows().iter();
        rows.map(|row| row.what.clone()).collect::<Vec<_>>()
    };
    assert_eq!(whats(&threads), whats(&tasks));
    let alone = "1 at once, on 1 thread";
    for table in [&threads, &tasks] {
        let seen = table.seen("wait, in turn");
        assert!(seen.ends_with(alone), "{seen}");
    }
    let seen = threads.seen("wait, on a pool");
    assert!(seen.ends_with(alone), "{seen}");
    for way in ["wait, joined", "wait, spawned"] {
        let seen = tasks.seen(way);
        assert!(seen.ends_with("3 at once, on 1 thread"), "{seen}");
    }
}

#[test]
fn one_function_finishes_a_call_a_unit_and_a_request() {
    let answers = in_time("threads", either::thread::either);
    assert_eq!(answers, [1, 2, 3]);
    let answers = awaited("tasks", either::r#async::either);
    assert_eq!(answers, [1, 2, 3]);
}

/// The first job ends after the second one, the third one only
/// when somebody has the result of the first.
#[test]
fn threads_results_come_in_order_and_as_soon_as_they_can() {
    let results = in_time("threads", || {
        let (second, after_second) = mpsc::channel();
        let (had, after_had) = mpsc::channel();
        let jobs = vec![
            ('a', Some(after_second), None),
            ('b', None, Some(second)),
            ('c', Some(after_had), None),
        ];
        let work = |(name, gate, next): Handshake| {
            if let Some(gate) = gate {
                gate.recv().ok();
            }
            drop(next);
            name
        };
        let (mut had, mut results) = (Some(had), String::new());
        let take = |name| {
            results.push(name);
            had.take();
        };
        let pool = Pool::new(ordered::UNITS);
        ordered::thread::map_ordered(&pool, jobs, work, take);
        results
    });
    assert_eq!(results, "abc");
}

type Handshake =
    (char, Option<mpsc::Receiver<()>>, Option<mpsc::Sender<()>>);

#[test]
fn tasks_results_come_in_order_and_as_soon_as_they_can() {
    let results = awaited("tasks", async || {
        let (second, after_second) = oneshot::channel::<()>();
        let (had, after_had) = oneshot::channel::<()>();
        let jobs = vec![
            ('a', Some(after_second), None),
            ('b', None, Some(second)),
            ('c', Some(after_had), None),
        ];
        let (mut had, mut results) = (Some(had), String::new());
        let take = |name| {
            results.push(name);
            had.take();
        };
        let pool = TaskPool::new(ordered::UNITS);
        ordered::r#async::map_ordered(&pool, jobs, pass, take)
            .await;
        results
    });
    assert_eq!(results, "abc");
}

async fn pass(
    (name, gate, next): (
        char,
        Option<oneshot::Receiver<()>>,
        Option<oneshot::Sender<()>>,
    ),
) -> char {
    if let Some(gate) = gate {
        gate.await.ok();
    }
    drop(next);
    name
}

#[test]
fn all_jobs_end_once_and_are_had_once_in_order() {
    let threads =
        in_time("threads", || ordered::thread::ordered(SHORT));
    let tasks = awaited("tasks", async || {
        ordered::r#async::ordered(SHORT).await
    });
    for log in [threads.to_string(), tasks.to_string()] {
        let had = log.chars().filter(char::is_ascii_uppercase);
        assert_eq!(had.collect::<String>(), "ABCDEF", "{log}");
        let ended = log.chars().filter(char::is_ascii_lowercase);
        let mut ended = ended.collect::<Vec<_>>();
        ended.sort_unstable();
        assert_eq!(String::from_iter(ended), "abcdef", "{log}");
    }
}
