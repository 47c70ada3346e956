//! Our primitives in all orders in which their threads can run.
//!
//! ```shell
//! cargo test -p futures-vs-tasks --features loom \
//!     --test loom --release
//! ```
//!
//! In `wrong/` is a copy of each primitive that is wrong in one
//! line, which the model of the right one catches.

use std::sync::Arc;

use futures_vs_tasks::{
    Pool, queue as right_queue, sync, thread_future as right_future,
};
use sync::{Mutex, thread};

#[path = "wrong/thread_future.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is a copy")]
mod wrong_future;
#[path = "wrong/queue.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is a copy")]
mod wrong_queue;

/// Two threads wait for an item each, and two items come: who is
/// woken for the first may find that the other one took it.
macro_rules! each_gets_an_item {
    ($queue:ident) => {
        loom::model(|| {
            let queue = Arc::new($queue::Queue::new());
            let take = || {
                let queue = queue.clone();
                thread::spawn(move || queue.recv())
            };
            let units = [take(), take()];
            for item in [1, 2] {
                assert_eq!(queue.send(item), Ok(()));
            }
            let mut items = units.map(|unit| {
                let end = unit.join().expect("no panic");
                end.expect("an item, since the queue is open")
            });
            items.sort_unstable();
            assert_eq!(items, [1, 2]);
        });
    };
}

#[test]
fn each_who_waits_at_the_queue_gets_an_item() {
    each_gets_an_item!(right_queue);
}

#[test]
#[should_panic(expected = "an item, since the queue is open")]
fn without_its_loop_a_wait_ends_with_nothing() {
    each_gets_an_item!(wrong_queue);
}

#[test]
fn a_closed_queue_is_emptied_and_lets_everybody_go() {
    loom::model(|| {
        let queue = Arc::new(right_queue::Queue::new());
        let take = || {
            let queue = queue.clone();
            thread::spawn(move || queue.recv())
        };
        let units = [take(), take()];
        assert_eq!(queue.send(1), Ok(()));
        queue.close();
        assert_eq!(queue.send(2), Err(2));
        let ends = units.map(|unit| unit.join().expect("no panic"));
        assert!(ends.contains(&Some(1)) && ends.contains(&None));
    });
}

/// Two threads wait for one result.
macro_rules! everybody_gets_the_result {
    ($future:ident) => {
        loom::model(|| {
            let (sender, future) = $future::channel();
            let future = Arc::new(future);
            let wait = || {
                let future = future.clone();
                thread::spawn(move || future.result(None))
            };
            let units = [wait(), wait()];
            sender.send(Ok(42));
            for unit in units {
                assert_eq!(unit.join().expect("no panic"), Ok(42));
            }
        });
    };
}

#[test]
fn everybody_who_waits_gets_the_result() {
    everybody_gets_the_result!(right_future);
}

#[test]
#[should_panic(expected = "deadlock")]
fn if_only_one_is_woken_the_other_waits_for_ever() {
    everybody_gets_the_result!(wrong_future);
}

#[test]
fn a_callback_is_called_once_whenever_it_is_added() {
    loom::model(|| {
        let (sender, future) = right_future::channel();
        let calls = Arc::new(Mutex::new(Vec::new()));
        let unit = thread::spawn(move || sender.send(Ok(42)));
        let noted = calls.clone();
        future.add_done_callback(move |end| {
            noted.lock().expect("no panic").push(end.clone());
        });
        unit.join().expect("no panic");
        assert!(future.is_done());
        assert_eq!(*calls.lock().expect("no panic"), [Ok(42)]);
    });
}

#[test]
fn who_waits_hears_when_the_sender_is_gone() {
    loom::model(|| {
        let (sender, future) = right_future::channel::<u32>();
        let unit = thread::spawn(move || drop(sender));
        let end = future.result(None);
        assert_eq!(end, Err(right_future::Error::Closed));
        unit.join().expect("no panic");
    });
}

#[test]
fn a_dropped_pool_has_run_all_that_was_submitted() {
    loom::model(|| {
        let pool = Pool::new(1);
        let results = [1, 2].map(|it| pool.submit(move || it));
        drop(pool);
        let ends = results.map(|result| {
            assert!(result.is_done());
            result.result(None)
        });
        assert_eq!(ends, [Ok(1), Ok(2)]);
    });
}
