//! The adaptors for threads that the standard library lacks.

mod support;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Barrier,
        atomic::{AtomicUsize, Ordering},
    },
};

use as_completed::buffer::Buffer;
use support::in_time;

#[test]
fn results_come_in_the_order_of_the_closures() {
    let results = in_time("the results", || {
        // The first one ends after the second one.
        let both = Arc::new(Barrier::new(2));
        let other = both.clone();
        let work: [Box<dyn FnOnce() -> u32 + Send>; 2] = [
            Box::new(move || {
                both.wait();
                1
            }),
            Box::new(move || {
                other.wait();
                2
            }),
        ];
        work.into_iter().buffered(2).collect::<Vec<_>>()
    });
    assert_eq!(results, [1, 2]);
}

#[test]
fn all_results_come_and_never_more_are_computed_at_once() {
    for ordered in [true, false] {
        let at_once = Arc::new(AtomicUsize::new(0));
        let most = Arc::new(AtomicUsize::new(0));
        let seen = most.clone();
        let results = in_time("the results", move || {
            let work = (0..50).map(move |number| {
                let at_once = at_once.clone();
                let most = most.clone();
                move || {
                    let now =
                        at_once.fetch_add(1, Ordering::SeqCst) + 1;
                    most.fetch_max(now, Ordering::SeqCst);
                    std::thread::yield_now();
                    at_once.fetch_sub(1, Ordering::SeqCst);
                    number
                }
            });
            let mut results: Vec<u32> = match ordered {
                true => work.buffered(3).collect(),
                false => work.buffer_unordered(3).collect(),
            };
            results.sort();
            results
        });
        assert_eq!(results, (0..50).collect::<Vec<_>>());
        assert!(seen.load(Ordering::SeqCst) <= 3);
    }
}

#[test]
fn nothing_begins_before_a_result_is_asked_for() {
    let begun = AtomicUsize::new(0);
    let work = [1, 2, 3].into_iter().map(|number| {
        begun.fetch_add(1, Ordering::SeqCst);
        move || number
    });
    let mut results = work.buffered(2);
    assert_eq!(begun.load(Ordering::SeqCst), 0);
    assert_eq!(results.next(), Some(1));
    assert_eq!(begun.load(Ordering::SeqCst), 2);
}

#[test]
fn a_panic_reaches_whoever_takes_the_result() {
    for ordered in [true, false] {
        let end = in_time("the panic", move || {
            let work = [|| -> u32 { panic!("no result") }];
            let work = work.into_iter();
            let take = || match ordered {
                true => work.buffered(1).next(),
                false => work.buffer_unordered(1).next(),
            };
            catch_unwind(AssertUnwindSafe(take)).map_err(|_| ())
        });
        assert_eq!(end, Err(()));
    }
}
