//! Threads overlap from when they are spawned until they are
//! joined.

use std::{
    sync::{
        Arc, Barrier,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    thread::{self, JoinHandle},
};

use testing::in_time;

/// How many threads are under way, and were at the most.
#[derive(Debug, Default)]
struct Count {
    now: AtomicUsize,
    most: AtomicUsize,
}

/// Spawns a thread that is counted for as long as it is under way.
fn spawn(count: &Arc<Count>) -> JoinHandle<()> {
    let count = count.clone();
    thread::spawn(move || {
        let now = count.now.fetch_add(1, SeqCst) + 1;
        count.most.fetch_max(now, SeqCst);
        thread::yield_now();
        count.now.fetch_sub(1, SeqCst);
    })
}

#[test]
fn threads_joined_as_they_are_spawned_never_overlap() {
    let count = Arc::new(Count::default());
    for _ in 0..3 {
        spawn(&count).join().expect("no panic");
    }
    // The same: each item goes the whole way before the next.
    let handles = (0..3).map(|_| spawn(&count));
    handles.for_each(|it| it.join().expect("no panic"));
    assert_eq!(count.most.load(SeqCst), 1);
}

#[test]
fn threads_joined_when_all_are_spawned_do() {
    in_time("three threads", || {
        let meeting = Arc::new(Barrier::new(3));
        let handles = [(); 3].map(|()| {
            let meeting = meeting.clone();
            thread::spawn(move || meeting.wait())
        });
        for handle in handles {
            handle.join().expect("no panic");
        }
    });
}
