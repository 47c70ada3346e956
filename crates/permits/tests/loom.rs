//! The semaphore, in all interleavings that its threads can have.
//!
//! ```shell
//! cargo test -p permits --features loom --test loom --release
//! ```
//!
//! In `wrong/` is a copy of it that waits once, not in a loop: the
//! model of the right one catches it.

use std::sync::Arc;

use loom::{
    model,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};
use permits::{AcquireError, Semaphore};

#[path = "../src/sync.rs"]
mod sync;
#[path = "wrong/semaphore.rs"]
#[expect(dead_code, unreachable_pub, reason = "it is a copy")]
mod wrong;

/// This unit and others come for a permit as often as they are
/// told to: all get one, and never are more at work than there
/// are permits.
macro_rules! so_many_are_at_work {
    (
        $semaphore:ty,
        $permits:literal,
        $times:literal,
        $others:expr
    ) => {
        model(|| {
            let semaphore = Arc::new(<$semaphore>::new($permits));
            let at_work = Arc::new(AtomicUsize::new(0));
            let unit = |times| {
                let semaphore = semaphore.clone();
                let at_work = at_work.clone();
                move || {
                    for _ in 0..times {
                        let permit = semaphore.acquire();
                        let _permit = permit.expect("open");
                        let others =
                            at_work.fetch_add(1, Ordering::SeqCst);
                        assert!(others < $permits, "too many");
                        at_work.fetch_sub(1, Ordering::SeqCst);
                    }
                }
            };
            let others =
                $others.map(|times| thread::spawn(unit(times)));
            unit($times)();
            for other in others {
                other.join().expect("no panic");
            }
            assert_eq!(semaphore.available_permits(), $permits);
        });
    };
}

/// One comes by twice: it may take again the permit for which the
/// other was woken.
#[test]
fn never_more_are_at_work_than_there_are_permits() {
    so_many_are_at_work!(Semaphore, 1, 2, [1]);
}

#[test]
fn of_three_units_two_are_at_work_at_the_most() {
    so_many_are_at_work!(Semaphore, 2, 1, [1, 1]);
}

/// Woken, and the permit is gone: it is taken all the same, and
/// the count falls below none.
#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "overflow"))]
#[cfg_attr(
    not(debug_assertions),
    should_panic(expected = "too many")
)]
fn without_its_loop_more_are_at_work_than_there_are_permits() {
    so_many_are_at_work!(wrong::Semaphore, 1, 2, [1]);
}

/// Starts two threads that wait for a permit each and use it up.
fn two_who_wait(
    semaphore: &Arc<Semaphore>,
) -> [thread::JoinHandle<Result<(), AcquireError>>; 2] {
    [(); 2].map(|()| {
        let semaphore = semaphore.clone();
        thread::spawn(move || {
            semaphore.acquire()?.forget();
            Ok(())
        })
    })
}

/// A wake-up that is lost leaves a thread that waits for ever,
/// which loom calls a deadlock.
#[test]
fn two_permits_at_once_wake_both_who_wait() {
    model(|| {
        let semaphore = Arc::new(Semaphore::new(0));
        let units = two_who_wait(&semaphore);
        semaphore.add_permits(2);
        let ends = units.map(|unit| unit.join().expect("no panic"));
        assert_eq!(ends, [Ok(()), Ok(())]);
    });
}

#[test]
fn two_permits_one_after_the_other_wake_both_who_wait() {
    model(|| {
        let semaphore = Arc::new(Semaphore::new(2));
        let permits = [(); 2].map(|()| semaphore.acquire());
        let units = two_who_wait(&semaphore);
        drop(permits);
        let ends = units.map(|unit| unit.join().expect("no panic"));
        assert_eq!(ends, [Ok(()), Ok(())]);
    });
}

#[test]
fn closing_wakes_all_who_wait() {
    model(|| {
        let semaphore = Arc::new(Semaphore::new(1));
        let permit = semaphore.acquire().expect("open");
        let units = two_who_wait(&semaphore);
        semaphore.close();
        let ends = units.map(|unit| unit.join().expect("no panic"));
        assert_eq!(ends, [Err(AcquireError); 2]);
        drop(permit);
        assert_eq!(semaphore.available_permits(), 1);
    });
}

#[test]
fn a_permit_that_meets_the_closing_leaves_nobody_waiting() {
    model(|| {
        let semaphore = Arc::new(Semaphore::new(0));
        let units = two_who_wait(&semaphore);
        semaphore.add_permits(1);
        semaphore.close();
        let ends = units.map(|unit| unit.join().expect("no panic"));
        let got = ends.iter().filter(|end| end.is_ok()).count();
        assert_eq!(semaphore.available_permits(), 1 - got);
    });
}

/// There is no queue: a permit that comes back may be taken by who
/// comes by, though another has waited for it.
#[test]
fn who_comes_by_may_be_first_or_not() {
    use std::sync::atomic::AtomicBool;
    static CAME_BY: AtomicBool = AtomicBool::new(false);
    static WAITED: AtomicBool = AtomicBool::new(false);
    model(|| {
        let semaphore = Arc::new(Semaphore::new(1));
        let permit = semaphore.acquire().expect("open");
        let shared = semaphore.clone();
        let unit = thread::spawn(move || {
            shared.acquire().expect("open").forget();
        });
        let waits = semaphore.waiting() == 1;
        drop(permit);
        let again = semaphore.try_acquire();
        if waits {
            let first =
                if again.is_ok() { &CAME_BY } else { &WAITED };
            first.store(true, Ordering::SeqCst);
        }
        drop(again);
        unit.join().expect("no panic");
    });
    assert!(CAME_BY.load(Ordering::SeqCst));
    assert!(WAITED.load(Ordering::SeqCst));
}
