//! What happened in a bank, in order.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use lesson::say;

use crate::{
    accounts::Seen,
    order::{Name, Order, Refused},
};

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A transfer looked at both accounts, and there was enough.
    Checked(Order, Seen),
    /// It looked, and there was not enough.
    Refused(Order),
    /// It wrote both new balances.
    Acted(Order, Seen),
    /// It wrote the balance of who pays only.
    Took(Order, Seen),
    /// It holds the lock of this account.
    Locked(Order, Name),
    /// It could not have that lock in time.
    GaveUp(Order),
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checked(order, Seen { from: a, to: b }) => {
                let Order { from, to, .. } = order;
                write!(f, "{order}  sees {from} {a}, {to} {b}")
            }
            Self::Refused(order) => {
                let from = order.from;
                write!(
                    f,
                    "{order}  sees that {from} has too little"
                )
            }
            Self::Acted(order, seen) => {
                let Order { from, to, amount } = order;
                let (a, b) = (seen.from - amount, seen.to + amount);
                write!(f, "{order}  writes {from} {a}, {to} {b}")
            }
            Self::Took(order, seen) => {
                let Order { from, amount, .. } = order;
                let a = seen.from - amount;
                write!(f, "{order}  writes {from} {a}")
            }
            Self::Locked(order, name) => {
                write!(f, "{order}  has the lock of {name}")
            }
            Self::GaveUp(order) => {
                write!(f, "{order}  gives up: the lock is not free")
            }
        }
    }
}

/// A list of events, printed as they happen if somebody reads.
#[derive(Debug)]
pub struct Journal {
    events: Mutex<Vec<Event>>,
    is_printed: bool,
}

impl Journal {
    /// Makes a journal that prints each event at once.
    pub fn printed() -> Arc<Self> {
        Self::new(true)
    }

    /// Makes a journal that prints nothing.
    pub fn silent() -> Arc<Self> {
        Self::new(false)
    }

    fn new(is_printed: bool) -> Arc<Self> {
        let events = Mutex::default();
        Arc::new(Self { events, is_printed })
    }

    /// Notes that `order` has the lock of `name`.
    pub(crate) fn note_lock(&self, order: Order, name: Name) {
        self.add(Event::Locked(order, name));
    }

    /// Notes that `order` gives up, and returns that as its end.
    pub(crate) fn give_up(&self, order: Order) -> Refused {
        self.add(Event::GaveUp(order));
        Refused::GaveUp
    }

    pub(crate) fn add(&self, event: Event) {
        let events = self.events.lock();
        let mut events =
            events.unwrap_or_else(PoisonError::into_inner);
        if self.is_printed {
            say!("  {event}");
        }
        events.push(event);
    }

    pub(crate) fn events(&self) -> Vec<Event> {
        let events = self.events.lock();
        events.unwrap_or_else(PoisonError::into_inner).clone()
    }
}
