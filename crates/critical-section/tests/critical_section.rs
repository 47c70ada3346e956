//! What is wrong loses money in every run, what is right in none.

mod support;

use critical_section::{
    FROM_ONE, INTO_ONE, Outcome, Refused, r#async,
    journal::Event,
    mutex, owner,
    runtime::{current_thread, multi_thread},
    thread, wrong,
};
use support::{
    assert_kept, assert_lost, block_on, guarded, in_time, open,
};

/// A run that always ends the same must do so this often.
const RUNS: usize = 20;

#[test]
fn threads_without_a_lock_lose_money_in_every_run() {
    for _ in 0..RUNS {
        assert_lost(&in_time("two threads", || {
            thread::transfer_all(open(), INTO_ONE)
        }));
    }
}

#[test]
fn tasks_without_an_await_in_the_middle_lose_nothing_on_one_thread()
{
    assert_kept(&in_time("two tasks", || {
        let all = r#async::transfer_all(guarded(), INTO_ONE);
        block_on(current_thread(), all)
    }));
}

#[test]
fn an_await_in_the_middle_loses_money_in_every_run() {
    for _ in 0..RUNS {
        assert_lost(&in_time("two tasks", || {
            let all = wrong::transfer_all(open(), INTO_ONE);
            block_on(current_thread(), all)
        }));
    }
}

#[test]
fn tasks_on_two_threads_lose_what_threads_lose_in_every_run() {
    for _ in 0..RUNS {
        assert_lost(&in_time("two tasks", || {
            let all = r#async::transfer_all(open(), INTO_ONE);
            block_on(multi_thread(), all)
        }));
    }
}

/// All versions that have a lock.
fn locked(orders: critical_section::Orders) -> [Outcome; 3] {
    [
        in_time("threads under a lock", move || {
            mutex::thread::transfer_all(guarded(), orders)
        }),
        in_time("tasks under a lock", move || {
            let all =
                mutex::r#async::transfer_all(guarded(), orders);
            block_on(current_thread(), all)
        }),
        in_time("tasks on two threads under a lock", move || {
            let all =
                mutex::r#async::transfer_all(guarded(), orders);
            block_on(multi_thread(), all)
        }),
    ]
}

#[test]
fn under_a_lock_nothing_comes_between_check_and_act() {
    for outcome in locked(INTO_ONE) {
        assert_kept(&outcome);
        let order = |event: &Event| match event {
            Event::Checked(order, _) => (*order, "checked"),
            Event::Acted(order, _) => (*order, "acted"),
            other => panic!("{other}"),
        };
        let events: Vec<_> =
            outcome.events.iter().map(order).collect();
        let (first, second) = (events[0].0, events[2].0);
        let expected = [
            (first, "checked"),
            (first, "acted"),
            (second, "checked"),
            (second, "acted"),
        ];
        assert_eq!(events, expected);
    }
}

#[test]
fn without_a_lock_both_pass_a_check_that_holds_for_one() {
    let threads = in_time("two threads", || {
        thread::transfer_all(open(), FROM_ONE)
    });
    let tasks = in_time("two tasks", || {
        let all = wrong::transfer_all(open(), FROM_ONE);
        block_on(current_thread(), all)
    });
    for outcome in [threads, tasks] {
        assert_eq!(outcome.ends, [Ok(()), Ok(())]);
        assert_eq!(outcome.lost(), -80, "{outcome:?}");
    }
}

#[test]
fn under_a_lock_the_second_one_is_refused() {
    for outcome in locked(FROM_ONE) {
        assert_eq!(outcome.done(), 1, "{outcome:?}");
        let refused = Err(Refused::NotEnough);
        assert!(outcome.ends.contains(&refused), "{outcome:?}");
        assert_eq!(outcome.lost(), 0, "{outcome:?}");
    }
}

#[test]
fn one_owner_loses_nothing_without_a_lock() {
    assert_kept(&in_time("an owner among threads", || {
        owner::thread::transfer_all(guarded(), INTO_ONE)
    }));
    for runtime in [current_thread, multi_thread] {
        assert_kept(&in_time("an owner among tasks", move || {
            let all =
                owner::r#async::transfer_all(guarded(), INTO_ONE);
            block_on(runtime(), all)
        }));
    }
}
