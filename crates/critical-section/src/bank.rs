//! A bank: accounts, and what is needed to watch them.

use std::{sync::Arc, time::Duration};

use crate::{
    accounts::{Accounts, Seen},
    gap::Gap,
    journal::{Event, Journal},
    order::{End, Name, Order, Refused},
};

/// What is in each account at first.
const BALANCE: i64 = 100;

/// Accounts, whose transfers are watched and slowed down.
#[derive(Debug)]
pub struct Bank {
    /// Where transfers meet between check and act.
    pub gap: Arc<Gap>,
    pub(crate) journal: Arc<Journal>,
    accounts: Accounts,
    before: i64,
}

impl Bank {
    /// Opens a bank with 100 in each account, in whose gap nobody
    /// waits longer than `patience`.
    pub fn new(patience: Duration, journal: Arc<Journal>) -> Self {
        let accounts = Accounts::new(BALANCE);
        let before = accounts.total();
        let gap = Arc::new(Gap::new(patience));
        Self { gap, accounts, journal, before }
    }

    /// Reads both balances of `order`.
    ///
    /// # Errors
    ///
    /// If there is not enough for it.
    pub fn check(&self, order: Order) -> Result<Seen, Refused> {
        let seen = self.accounts.check(order);
        self.journal.add(match seen {
            Ok(seen) => Event::Checked(order, seen),
            Err(_) => Event::Refused(order),
        });
        seen
    }

    /// Writes both balances of `order`, going by what was `seen`.
    pub fn act(&self, order: Order, seen: Seen) {
        self.accounts.take(order, seen);
        self.accounts.give(order, seen);
        self.journal.add(Event::Acted(order, seen));
    }

    /// Does the first half of [`act`](Self::act).
    pub fn take(&self, order: Order, seen: Seen) {
        self.accounts.take(order, seen);
        self.journal.add(Event::Took(order, seen));
    }

    /// Gives back to who pays what was taken and never given.
    pub fn undo(&self, order: Order) {
        let balance = self.accounts.read(order.from);
        self.accounts.write(order.from, balance + order.amount);
    }

    /// Returns how much less is in the accounts than at first;
    /// below zero if it is more.
    pub fn lost(&self) -> i64 {
        self.before - self.accounts.total()
    }

    /// Returns what came of it all.
    pub fn outcome(&self, ends: Vec<End>) -> Outcome {
        Outcome {
            balances: Name::ALL.map(|it| self.accounts.read(it)),
            before: self.before,
            events: self.journal.events(),
            ends,
        }
    }
}

/// What came of a few transfers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What is in the accounts.
    pub balances: [i64; Name::ALL.len()],
    /// What was in all of them together.
    pub before: i64,
    /// What happened, in order.
    pub events: Vec<Event>,
    /// How each order ended.
    pub ends: Vec<End>,
}

impl Outcome {
    /// Returns what is in all accounts together.
    pub fn total(&self) -> i64 {
        self.balances.iter().sum()
    }

    /// Returns how much less that is than before.
    pub fn lost(&self) -> i64 {
        self.before - self.total()
    }

    /// Returns how many orders were carried out.
    pub fn done(&self) -> usize {
        self.ends.iter().filter(|end| end.is_ok()).count()
    }

    /// Returns how many orders were given up.
    pub fn given_up(&self) -> usize {
        let given_up = |end: &&End| **end == Err(Refused::GaveUp);
        self.ends.iter().filter(given_up).count()
    }

    /// Says what is in the accounts.
    pub fn sentence(&self) -> String {
        let (total, before) = (self.total(), self.before);
        let lost = match self.lost() {
            0 => "nothing lost".to_owned(),
            lost @ 1.. => format!("{lost} of {before} lost"),
            more => format!("{} too many", -more),
        };
        let (done, all) = (self.done(), self.ends.len());
        format!("{done} of {all} paid; total {total}: {lost}.")
    }
}
