//! Deadlocks, poison, guards, and what the compiler says of them.

mod support;

use std::time::Duration;

use critical_section::{
    Bank, DEADLINE, End, FACING, INTO_ONE, Outcome, Refused,
    compiler::TYPES,
    deadlock::{self, Sorting},
    guard::{self, Desk},
    poison::{self, Recovery},
    runtime::{current_thread, multi_thread},
};
use support::{
    SHORT, assert_kept, block_on, guarded, in_time, open,
};

const GAVE_UP: End = Err(Refused::GaveUp);

/// Runs facing transfers by threads, and by tasks on one thread
/// and on two.
fn facing(
    bank: fn() -> Bank,
    by: Sorting,
    patience: Duration,
) -> [Outcome; 3] {
    use deadlock::{r#async, thread};
    let tasks = |runtime: fn() -> _| {
        in_time("two tasks", move || {
            let all =
                r#async::transfer_all(bank(), FACING, by, patience);
            block_on(runtime(), all)
        })
    };
    [
        in_time("two threads", move || {
            thread::transfer_all(bank(), FACING, by, patience)
        }),
        tasks(current_thread),
        tasks(multi_thread),
    ]
}

#[test]
fn two_locks_in_opposite_order_deadlock_until_both_give_up() {
    for _ in 0..5 {
        for outcome in facing(open, Sorting::Unsorted, SHORT) {
            assert_eq!(outcome.ends, [GAVE_UP, GAVE_UP]);
            assert_eq!(outcome.balances, [100; 3]);
        }
    }
}

#[test]
fn two_locks_in_the_same_order_do_not() {
    for outcome in facing(guarded, Sorting::ByName, DEADLINE) {
        assert_eq!(outcome.ends, [Ok(()), Ok(())]);
        assert_eq!(outcome.balances, [100; 3]);
        assert_eq!(outcome.events.len(), 8, "{outcome:?}");
    }
}

#[test]
fn a_panic_under_a_lock_of_std_poisons_it_until_it_is_cleared() {
    let found = in_time("a thread that panics", || {
        poison::thread::fail_and_repair(open(), INTO_ONE[0])
    });
    let expected = Recovery {
        panicked: true,
        warned: true,
        lost: 30,
        lost_then: 0,
        usable: true,
    };
    assert_eq!(found, expected);
}

#[test]
fn a_panic_under_a_lock_of_tokio_leaves_the_same_without_warning() {
    let found = in_time("a task that panics", || {
        let repair =
            poison::r#async::fail_and_repair(open(), INTO_ONE[0]);
        block_on(current_thread(), repair)
    });
    let expected = Recovery {
        panicked: true,
        warned: false,
        lost: 30,
        lost_then: 0,
        usable: true,
    };
    assert_eq!(found, expected);
}

#[test]
fn a_guard_of_std_held_across_an_await_blocks_the_only_thread() {
    let outcome = in_time("two tasks", || {
        let desk = Desk::new(guarded(), SHORT);
        let all = guard::wrong::transfer_all(desk, INTO_ONE);
        block_on(current_thread(), all)
    });
    assert_eq!(outcome.ends, [Ok(()), GAVE_UP]);
}

#[test]
fn a_guard_of_std_that_ends_before_the_await_blocks_nobody() {
    assert_kept(&in_time("two threads", || {
        let desk = Desk::new(open(), DEADLINE);
        guard::thread::transfer_all(desk, INTO_ONE)
    }));
    for runtime in [current_thread, multi_thread] {
        assert_kept(&in_time("two tasks", move || {
            let desk = Desk::new(open(), DEADLINE);
            let all = guard::r#async::transfer_all(desk, INTO_ONE);
            block_on(runtime(), all)
        }));
    }
}

#[test]
fn a_thread_that_asks_for_the_lock_it_holds_waits_for_itself() {
    let outcome = in_time("one thread", || {
        guard::lock_twice(&Desk::new(open(), SHORT), INTO_ONE)
    });
    assert_eq!(outcome.ends, [Ok(()), GAVE_UP]);
}

#[test]
fn what_is_not_protected_may_not_go_to_another_thread() {
    let refused = TYPES.iter().filter(|(_, is_send)| !is_send);
    let refused: Vec<_> = refused.map(|(name, _)| *name).collect();
    let expected =
        ["Rc<Accounts>", "&Cell<i64>", "guard of std's Mutex"];
    assert_eq!(refused, expected);
}
