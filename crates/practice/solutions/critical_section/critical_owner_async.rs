//! # An owner instead of a lock
//!
//! A task owns the balance of an account. Whoever wants something
//! sends it a request and waits for the reply, so there is nothing
//! to lock. Write `own`, `open` and `withdraw`:
//!
//! - The owner does one request after the other. For each it also
//!   calls `note`, which takes a while.
//! - Whoever waits for a reply may give up; the owner goes on.
//! - When the `Account` and its clones are dropped, the owner ends,
//!   and its handle returns the balance.

use std::time::Duration;
use tokio::{
    sync::{mpsc, oneshot},
    task::{self, JoinHandle},
    time,
};

#[derive(Debug, PartialEq)]
struct NotEnough;

type Reply = Result<u64, NotEnough>;

struct Request {
    amount: u64,
    reply: oneshot::Sender<Reply>,
}

/// Where the owner is to be reached.
#[derive(Clone)]
struct Account(mpsc::Sender<Request>);

async fn note() {
    time::sleep(Duration::from_millis(100)).await;
}

/// Does what is asked for; returns the balance at the end.
async fn own(
    mut balance: u64,
    mut requests: mpsc::Receiver<Request>,
) -> u64 {
    while let Some(Request { amount, reply }) =
        requests.recv().await
    {
        let left = balance.checked_sub(amount).ok_or(NotEnough);
        note().await;
        if let Ok(left) = left {
            balance = left;
        }
        // It fails only if nobody waits for it any more.
        reply.send(left).ok();
    }
    balance
}

impl Account {
    /// Opens an account, and starts its owner.
    fn open(balance: u64) -> (Self, JoinHandle<u64>) {
        let (sender, requests) = mpsc::channel(8);
        (Self(sender), task::spawn(own(balance, requests)))
    }

    /// Asks for `amount`; returns what is left in the account.
    async fn withdraw(&self, amount: u64) -> Reply {
        let (reply, answer) = oneshot::channel();
        let request = Request { amount, reply };
        let sent = self.0.send(request).await;
        sent.expect("the owner lives as long as its accounts");
        answer.await.expect("the owner replies")
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (ann, owner) = Account::open(100);
    let ben = ann.clone();
    let ends = tokio::join!(ann.withdraw(80), ben.withdraw(80));
    println!("Ann and Ben want 80 of 100: {ends:?}.");
    drop((ann, ben));
    println!("The owner ends with {:?}.", owner.await);
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
        let minute = Duration::from_secs(60);
        let end = async { time::timeout(minute, future).await };
        let end = runtime.expect("a runtime").block_on(end);
        end.expect("an end, but somebody waits for ever")
    }

    #[test]
    #[timeout(10_000)]
    fn one_request_is_done_after_the_other() {
        run(async {
            let (account, _owner) = Account::open(100);
            let ask = |amount| account.withdraw(amount);
            let ends = tokio::join!(ask(80), ask(80), ask(15));
            let expected = (Ok(20), Err(NotEnough), Ok(5));
            assert_eq!(ends, expected, "of 100: 80, 80 and 15");
        });
    }

    #[test]
    #[timeout(10_000)]
    fn the_owner_goes_on_when_somebody_gives_up() {
        run(async {
            let (account, _owner) = Account::open(100);
            let moment = Duration::from_millis(10);
            let end = account.withdraw(30);
            let end = time::timeout(moment, end).await;
            assert!(end.is_err(), "done before its note: {end:?}");
            let ben = async move { account.withdraw(30).await };
            let end = task::spawn(ben).await;
            let text = "Ann gave up, so nobody wants her reply; \
                        that is no reason for Ben to have none";
            assert!(matches!(end, Ok(Ok(_))), "{text}: {end:?}");
        });
    }

    #[test]
    #[timeout(10_000)]
    fn the_owner_ends_with_the_last_account() {
        run(async {
            let (account, owner) = Account::open(100);
            let end = account.clone().withdraw(1).await;
            assert_eq!(end, Ok(99), "one account is left");
            drop(account);
            let left = owner.await.expect("the owner panicked");
            assert_eq!(left, 99, "its handle returns the balance");
        });
    }
}
