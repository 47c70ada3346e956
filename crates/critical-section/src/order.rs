//! What a customer asks the bank to do.

use std::fmt;

/// Who has an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Name {
    /// The first account.
    Ann,
    /// The second one.
    Ben,
    /// The third one.
    Cid,
}

impl Name {
    /// All who have one, in alphabetical order.
    pub const ALL: [Self; 3] = [Self::Ann, Self::Ben, Self::Cid];
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// An amount to be moved from one account to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Who pays.
    pub from: Name,
    /// Who is paid.
    pub to: Name,
    /// How much.
    pub amount: i64,
}

impl Order {
    /// Returns an order of 30.
    pub const fn new(from: Name, to: Name) -> Self {
        Self { from, to, amount: 30 }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} -> {}", self.from, self.to)
    }
}

/// Two orders, to be carried out at the same time.
pub type Orders = [Order; 2];

/// Why an order was not carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Who should pay has less than that.
    #[error("there is not enough in the account")]
    NotEnough,
    /// A lock was not to be had in time.
    #[error("the lock was not free in time")]
    GaveUp,
}

/// How an order ended.
pub type End = Result<(), Refused>;
