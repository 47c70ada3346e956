//! # Two cards, one account
//!
//! Ann and Ben have a card each for the same account, and both ask
//! for 80 of the 100 in it. The bank looks whether there is enough,
//! asks whether the card is good, and pays. All of it runs on one
//! thread, so nobody thought of a lock. At the end 160 are paid.
//!
//! Mend the program: one of the two is paid, the other is refused.
//! A card that is not good is still paid nothing, and to ask takes
//! its time. You may change `Account` and `withdraw`.

use std::{cell::Cell, time::Duration};
use tokio::time;

#[derive(Debug, PartialEq)]
enum Refused {
    NotEnough,
    BadCard,
}

/// All tasks that use it run on one thread.
struct Account {
    balance: Cell<i64>,
}

impl Account {
    fn new(balance: i64) -> Self {
        Self { balance: Cell::new(balance) }
    }
}

/// Asks somebody far away.
async fn is_good(card: &str) -> bool {
    time::sleep(Duration::from_millis(100)).await;
    card != "stolen"
}

/// Pays `amount` to who has `card`; returns what is left.
async fn withdraw(
    account: &Account,
    card: &str,
    amount: i64,
) -> Result<i64, Refused> {
    let balance = account.balance.get();
    if balance < amount {
        return Err(Refused::NotEnough);
    }
    // TODO: is there still enough when this is over?
    if !is_good(card).await {
        return Err(Refused::BadCard);
    }
    account.balance.set(balance - amount);
    Ok(balance - amount)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let account = Account::new(100);
    let ann = withdraw(&account, "Ann's", 80);
    let ben = withdraw(&account, "Ben's", 80);
    let (ann, ben) = tokio::join!(ann, ben);
    println!("Ann wants 80 of 100: {ann:?}.");
    println!("Ben wants 80 of 100: {ben:?}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    fn run<T>(future: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build();
        runtime.expect("a runtime").block_on(future)
    }

    #[test]
    #[timeout(10_000)]
    fn nobody_is_paid_what_is_not_there() {
        let account = Account::new(100);
        let ends = run(async {
            let ann = withdraw(&account, "Ann's", 80);
            let ben = withdraw(&account, "Ben's", 80);
            <[_; 2]>::from(tokio::join!(ann, ben))
        });
        let paid = 80 * ends.iter().filter(|it| it.is_ok()).count();
        assert_eq!(
            paid, 80,
            "{paid} were paid out of 100: between the look at the \
             balance and the payment is an .await, and there the \
             other one looks, too"
        );
        let refused = Err(Refused::NotEnough);
        assert!(ends.contains(&refused), "not both: {ends:?}");
        assert!(ends.contains(&Ok(20)), "20 are left: {ends:?}");
    }

    #[test]
    #[timeout(10_000)]
    fn a_card_that_is_not_good_is_paid_nothing() {
        let account = Account::new(100);
        let end = run(withdraw(&account, "stolen", 80));
        assert_eq!(end, Err(Refused::BadCard), "it is stolen");
        let end = run(withdraw(&account, "Ann's", 100));
        assert_eq!(end, Ok(0), "all 100 are still there");
    }
}
