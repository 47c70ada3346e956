//! What the semaphore promises, with threads of the system.
#![cfg(not(feature = "loom"))]

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    thread,
};

use permits::{AcquireError, Semaphore, TryAcquireError};
use testing::in_time;

#[test]
fn a_permit_comes_back_when_it_is_dropped() {
    let semaphore = Arc::new(Semaphore::new(2));
    let permit = semaphore.acquire().expect("open");
    let owned = semaphore.clone().acquire_owned().expect("open");
    assert_eq!(semaphore.available_permits(), 0);
    drop(permit);
    assert_eq!(semaphore.available_permits(), 1);
    drop(owned);
    assert_eq!(semaphore.available_permits(), 2);
}

#[test]
fn a_permit_comes_back_when_who_holds_it_panics() {
    let semaphore = Semaphore::new(1);
    let end = catch_unwind(AssertUnwindSafe(|| {
        let _permit = semaphore.acquire().expect("open");
        panic!("on purpose");
    }));
    assert!(end.is_err());
    assert_eq!(semaphore.available_permits(), 1);
}

#[test]
fn a_thread_that_panics_lets_the_one_that_waits_go_on() {
    in_time("the one that waits", || {
        let semaphore = Arc::new(Semaphore::new(1));
        let permit = semaphore.clone().acquire_owned();
        let permit = permit.expect("open");
        let unit = thread::spawn(move || {
            let _permit = permit;
            panic!("on purpose");
        });
        let _permit = semaphore.acquire().expect("open");
        assert!(unit.join().is_err());
    });
}

#[test]
fn a_permit_is_tried_for_without_waiting() {
    let semaphore = Semaphore::new(1);
    let permit = semaphore.try_acquire().expect("there is one");
    let none = semaphore.try_acquire().err();
    assert_eq!(none, Some(TryAcquireError::NoPermits));
    drop(permit);
    assert!(semaphore.try_acquire().is_ok());
    semaphore.close();
    let none = semaphore.try_acquire().err();
    assert_eq!(none, Some(TryAcquireError::Closed));
}

#[test]
fn added_permits_are_for_all_who_wait() {
    in_time("those who wait", || {
        let semaphore = Arc::new(Semaphore::new(0));
        let units: [_; 8] = std::array::from_fn(|_| {
            let semaphore = semaphore.clone();
            thread::spawn(move || {
                semaphore.acquire().expect("open").forget();
            })
        });
        semaphore.add_permits(8);
        for unit in units {
            unit.join().expect("no panic");
        }
        assert_eq!(semaphore.available_permits(), 0);
    });
}

#[test]
fn more_permits_than_can_be_counted_change_nothing() {
    let semaphore = Semaphore::new(1);
    let add = || semaphore.add_permits(usize::MAX);
    assert!(catch_unwind(AssertUnwindSafe(add)).is_err());
    assert_eq!(semaphore.available_permits(), 1);
}

#[test]
fn closing_ends_the_wait_and_leaves_held_permits_valid() {
    in_time("those who wait", || {
        let semaphore = Arc::new(Semaphore::new(1));
        let permit = semaphore.acquire().expect("open");
        let units: [_; 4] = std::array::from_fn(|_| {
            let semaphore = semaphore.clone();
            thread::spawn(move || semaphore.acquire_owned().err())
        });
        assert!(!semaphore.is_closed());
        semaphore.close();
        assert!(semaphore.is_closed());
        for unit in units {
            let end = unit.join().expect("no panic");
            assert_eq!(end, Some(AcquireError));
        }
        drop(permit);
        assert_eq!(semaphore.available_permits(), 1);
        assert_eq!(semaphore.acquire().err(), Some(AcquireError));
    });
}

/// Of the copy that `tests/loom.rs` shows to be wrong.
#[test]
fn the_wrong_semaphore_differs_in_its_loop_alone() {
    let right = include_str!("../src/semaphore.rs");
    let wrong = include_str!("wrong/semaphore.rs");
    assert_eq!(right.lines().count(), wrong.lines().count());
    let lines = right.lines().zip(wrong.lines());
    let unlike: Vec<_> =
        lines.filter(|(right, wrong)| right != wrong).collect();
    let [(right, wrong)] = unlike[..] else {
        panic!("not one line: {unlike:#?}");
    };
    assert_eq!(right.replace("while", "if"), wrong);
}
