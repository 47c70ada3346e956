//! The accounts, in all interleavings that two threads can have.
//!
//! ```shell
//! cargo test -p critical-section --features loom --test loom \
//!     --release
//! ```

// Not loom's `Arc`: when a model ends in a deadlock, that one
// panics once more while it is dropped.
use std::sync::Arc;

use critical_section::{
    FACING, INTO_ONE, Name, Order, Orders, accounts::Accounts,
};
use loom::{model, sync::Mutex, thread};

fn transfer(accounts: &Accounts, order: Order) {
    let seen = accounts.check(order).expect("there is enough");
    accounts.take(order, seen);
    accounts.give(order, seen);
}

/// Runs `transfer` for each of `orders` at the same time, in all
/// interleavings; the total must stay.
fn check(
    orders: Orders,
    transfer: fn(&Accounts, &[Mutex<()>; 3], Order),
) {
    model(move || {
        let accounts = Accounts::new(100);
        let locks = Name::ALL.map(|_| Mutex::new(()));
        let shared = Arc::new((accounts, locks));
        let units = orders.map(|order| {
            let shared = shared.clone();
            thread::spawn(move || {
                let (accounts, locks) = &*shared;
                transfer(accounts, locks, order);
            })
        });
        for unit in units {
            unit.join().expect("no transfer panics");
        }
        assert_eq!(shared.0.total(), 300, "money was lost");
    });
}

#[test]
fn one_lock_keeps_the_money() {
    check(INTO_ONE, |accounts, [lock, ..], order| {
        let _guard = lock.lock().expect("no panic");
        transfer(accounts, order);
    });
}

#[test]
#[should_panic(expected = "money was lost")]
fn without_a_lock_there_is_an_interleaving_that_loses_money() {
    check(INTO_ONE, |accounts, _, order| transfer(accounts, order));
}

#[test]
#[should_panic(expected = "money was lost")]
fn a_lock_that_ends_between_check_and_act_loses_money() {
    check(INTO_ONE, |accounts, [lock, ..], order| {
        let guard = lock.lock().expect("no panic");
        let seen = accounts.check(order).expect("enough");
        drop(guard);
        let _guard = lock.lock().expect("no panic");
        accounts.take(order, seen);
        accounts.give(order, seen);
    });
}

#[test]
fn two_locks_in_the_same_order_keep_the_money() {
    check(FACING, |accounts, locks, order| {
        let first = order.from.min(order.to);
        let second = order.from.max(order.to);
        let _one = locks[first as usize].lock().expect("no panic");
        let _two = locks[second as usize].lock().expect("no panic");
        transfer(accounts, order);
    });
}

#[test]
#[should_panic(expected = "deadlock")]
fn two_locks_in_opposite_order_deadlock_in_some_interleaving() {
    check(FACING, |accounts, locks, order| {
        let (first, second) = (order.from, order.to);
        let _one = locks[first as usize].lock().expect("no panic");
        let _two = locks[second as usize].lock().expect("no panic");
        transfer(accounts, order);
    });
}
