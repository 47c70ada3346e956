//! The primitives that we wrote.

mod support;

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    task::{Context, Poll, Waker},
    thread,
    time::Duration,
};

use offload::{
    Gaps,
    gaps::histogram,
    pool::{JoinError, Pool},
    show::backpressure::sentence,
    versions::idle_time,
    writer::handover::{SendError, bounded},
};
use support::in_time;

/// Polls once.
fn poll<F: Future>(
    future: std::pin::Pin<&mut F>,
) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[test]
fn a_hand_over_that_is_full_lets_the_task_wait() {
    in_time("a hand-over", || {
        let (sender, mut receiver) = bounded(1);
        assert_eq!(poll(pin!(sender.send(1))), Poll::Ready(Ok(())));
        let mut second = pin!(sender.send(2));
        assert_eq!(poll(second.as_mut()), Poll::Pending);
        assert_eq!(receiver.next(), Some(1));
        assert_eq!(poll(second.as_mut()), Poll::Ready(Ok(())));
        assert_eq!(receiver.next(), Some(2));
    });
}

#[test]
fn a_hand_over_whose_receiver_is_gone_keeps_nobody_waiting() {
    let (sender, receiver) = bounded(1);
    assert_eq!(poll(pin!(sender.send(1))), Poll::Ready(Ok(())));
    let mut second = pin!(sender.send(2));
    assert_eq!(poll(second.as_mut()), Poll::Pending);
    drop(receiver);
    assert_eq!(poll(second), Poll::Ready(Err(SendError)));
}

#[test]
fn a_hand_over_ends_with_its_last_sender() {
    in_time("a hand-over", || {
        let (sender, receiver) = bounded(2);
        let other = sender.clone();
        assert_eq!(poll(pin!(other.send(1))), Poll::Ready(Ok(())));
        drop((sender, other));
        assert_eq!(receiver.collect::<Vec<_>>(), [1]);
    });
}

#[test]
fn a_pool_does_all_before_it_is_gone() {
    in_time("a pool", || {
        let done = Arc::new(AtomicUsize::new(0));
        let pool = Pool::new(2);
        for _ in 0..20 {
            let done = done.clone();
            pool.spawn_blocking(move || {
                thread::sleep(Duration::from_millis(1));
                done.fetch_add(1, SeqCst)
            });
        }
        drop(pool);
        assert_eq!(done.load(SeqCst), 20);
    });
}

#[test]
fn work_that_panics_takes_no_thread_of_the_pool_with_it() {
    in_time("a pool", || {
        let pool = Pool::new(1);
        let bad = pool.spawn_blocking(|| panic!("as it should"));
        assert_eq!(bad.join(), Err::<(), _>(JoinError));
        assert_eq!(pool.spawn_blocking(|| 42).join(), Ok(42));
    });
}

#[test]
fn a_histogram_counts_gaps_by_their_length() {
    let ms = Duration::from_millis;
    let gaps = |list: &[u64]| {
        Gaps::new(ms(10), list.iter().map(|it| ms(*it)).collect())
    };
    let idle = gaps(&[10, 11, 14, 15]);
    let late = gaps(&[10, 120, 2000]);
    let text = histogram(&[("idle", &idle), ("late", &late)]);
    let expected = "\
gap           idle              late
10-15 ms      ██████████ 3      ████ 1
15-30 ms      ████ 1
100-300 ms                      ████ 1
from 300 ms                     ████ 1
longest       15 ms             2000 ms
";
    assert_eq!(text, expected);
}

#[test]
fn an_idle_heartbeat_is_looked_at_for_a_second_or_three_ticks() {
    let ms = Duration::from_millis;
    for (tick, expected) in
        [(10, 500), (20, 1000), (100, 1000), (1000, 3000)]
    {
        assert_eq!(idle_time(ms(tick)), ms(expected), "{tick}");
    }
}

#[test]
fn no_backpressure_is_claimed_where_nobody_had_to_wait() {
    let (units, room) = (5, 2);
    let said = |count, peaks| sentence([units, room, count], peaks);
    let piles = said(20, [[7, 15], [7, 26]]);
    assert!(piles.contains("15 images became 26"), "{piles}");
    assert!(piles.contains("that is backpressure"), "{piles}");
    let keeps_up = said(20, [[5, 5], [8, 5]]);
    assert!(keeps_up.contains("kept up"), "{keeps_up}");
    assert!(!keeps_up.contains("backpressure"), "{keeps_up}");
    let few = said(2, [[2, 2], [3, 3]]);
    assert!(few.contains("4 flags are too few"), "{few}");
    assert!(!few.contains("backpressure"), "{few}");
}
