//! The accounts: the same type in every version of the lesson.
//!
//! Each balance is an atomic, so that reading one while another
//! thread writes it is no data race, and compiles. A transfer
//! needs more than that: two balances are read, then both are
//! written, and nobody may come in between.

use crate::{
    order::{Name, Order, Refused},
    sync::{AtomicI64, Ordering},
};

/// One balance for each [`Name`].
#[derive(Debug)]
pub struct Accounts {
    balances: [AtomicI64; Name::ALL.len()],
}

/// What a transfer saw when it checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The balance of who pays.
    pub from: i64,
    /// The balance of who is paid.
    pub to: i64,
}

// `Relaxed` is enough: a balance says nothing about other memory,
// and whoever needs an order among balances needs a lock anyway.
impl Accounts {
    /// Opens all accounts with `balance` in each.
    pub fn new(balance: i64) -> Self {
        let open = |_| AtomicI64::new(balance);
        Self { balances: Name::ALL.map(open) }
    }

    /// Returns the balance of `name`.
    pub fn read(&self, name: Name) -> i64 {
        self.balances[name as usize].load(Ordering::Relaxed)
    }

    /// Makes `balance` the balance of `name`.
    pub fn write(&self, name: Name, balance: i64) {
        self.balances[name as usize]
            .store(balance, Ordering::Relaxed);
    }

    /// Reads both balances of `order`.
    ///
    /// # Errors
    ///
    /// If there is not enough for it.
    pub fn check(&self, order: Order) -> Result<Seen, Refused> {
        let Order { from, to, amount } = order;
        let seen =
            Seen { from: self.read(from), to: self.read(to) };
        if seen.from < amount {
            return Err(Refused::NotEnough);
        }
        Ok(seen)
    }

    /// Takes the amount of `order` from who pays. What was `seen`
    /// had better still be true.
    pub fn take(&self, order: Order, seen: Seen) {
        self.write(order.from, seen.from - order.amount);
    }

    /// Gives the amount of `order` to who is paid. What was `seen`
    /// had better still be true.
    pub fn give(&self, order: Order, seen: Seen) {
        self.write(order.to, seen.to + order.amount);
    }

    /// Returns all that is in the accounts. Transfers do not change
    /// it: that is the invariant of this lesson.
    pub fn total(&self) -> i64 {
        Name::ALL.iter().map(|name| self.read(*name)).sum()
    }
}
