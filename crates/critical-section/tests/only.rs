//! What one would write in one world alone loses nothing.

mod support;

use critical_section::{
    FROM_ONE, INTO_ONE, Orders, Outcome, Refused, only_async,
    only_thread,
    runtime::{current_thread, multi_thread},
};
use support::{assert_kept, block_on, guarded, in_time};

/// Carries out `orders` by scoped threads, and by local tasks on
/// either runtime.
fn all(orders: Orders) -> [Outcome; 3] {
    let tasks = |runtime: fn() -> _| {
        in_time("local tasks", move || {
            let all = only_async::transfer_all(guarded(), orders);
            block_on(runtime(), all)
        })
    };
    [
        in_time("scoped threads", move || {
            only_thread::transfer_all(guarded(), orders)
        }),
        tasks(current_thread),
        tasks(multi_thread),
    ]
}

#[test]
fn neither_loses_money() {
    all(INTO_ONE).iter().for_each(assert_kept);
}

#[test]
fn in_neither_do_both_pass_a_check_that_holds_for_one() {
    for outcome in all(FROM_ONE) {
        let refused = Err(Refused::NotEnough);
        assert!(outcome.ends.contains(&refused), "{outcome:?}");
        assert_eq!((outcome.done(), outcome.lost()), (1, 0));
    }
}
