//! Critical section: steps that belong together.
//!
//! **Question.** A transfer looks at two accounts and then writes
//! both. What if another transfer comes in between? And is it true
//! that coroutines need no locks?
//!
//! **What the diff teaches.** The two halves are one program, with
//! no lock in it. On threads it loses money. On tasks that one
//! thread runs it loses nothing, since a task gives way at an
//! `.await` only, and between check and act there is none. With
//! one there ([`wrong`]) it loses what the threads lose; and so it
//! does, as it is, on a runtime with two threads ([`parallel`]).
//!
//! The accounts are the same in all versions. The [`gap`] between
//! check and act is held open until both transfers stand in it, so
//! that a wrong program is wrong in every run, not once a month.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), then `async.rs` and
//! `wrong.rs`, and run them:
//!
//! ```shell
//! cargo run --bin critical_section_thread
//! cargo run --bin critical_section_async
//! ```
//!
//! Further steps, each with `--step NAME`: [`parallel`],
//! [`mutex`], [`owner`], [`deadlock`], [`poison`], [`guard`],
//! [`compiler`].
//!
//! # Layout
//!
//! - [`order`], [`accounts`]: the subject; `sync` lets loom run it
//! - [`bank`], [`journal`]: the accounts, watched
//! - [`gap`], [`patience`]: waiting, but never for ever
//! - [`race`]: what the binaries print by default
//! - [`only_thread`], [`only_async`]: what one writes who has only
//!   threads, or only tasks of one thread
//!
//! Source: after *Fluent Python*, ch. 19 (on locks and
//! coroutines); the deadlock: E. W. Dijkstra, *Hierarchical
//! ordering of sequential processes* (1971), whose philosophers
//! take forks as our transfers take locks.

use std::time::Duration;

pub mod accounts;
// The file is `async.rs`; `r#` because `async` is a keyword.
#[expect(clippy::unused_async, reason = "wrong.rs awaits there")]
pub mod r#async;
pub mod bank;
pub mod compiler;
pub mod deadlock;
pub mod gap;
pub mod guard;
pub mod journal;
pub mod mutex;
pub mod only_async;
pub mod only_thread;
pub mod order;
pub mod owner;
pub mod parallel;
pub mod patience;
pub mod poison;
mod program;
pub mod race;
pub mod runtime;
mod show;
mod sync;
pub mod thread;
pub mod wrong;

pub use bank::{Bank, Outcome};
pub use order::{End, Name, Order, Orders, Refused};
pub use program::{ASYNC, THREAD, show_tasks, show_threads};

/// Nobody waits longer for what is sure to come; only that nothing
/// can ever hang.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// Ann and Ben pay Cid: what one gives, the other writes over.
pub const INTO_ONE: Orders = [
    Order::new(Name::Ann, Name::Cid),
    Order::new(Name::Ben, Name::Cid),
];

/// Ann pays Ben and Cid, and has enough for one of them.
pub const FROM_ONE: Orders = [
    Order { amount: 80, ..Order::new(Name::Ann, Name::Ben) },
    Order { amount: 80, ..Order::new(Name::Ann, Name::Cid) },
];

/// Ann pays Ben while Ben pays Ann.
pub const FACING: Orders = [
    Order::new(Name::Ann, Name::Ben),
    Order::new(Name::Ben, Name::Ann),
];

/// What joining a unit expects.
const NO_PANIC: &str = "no transfer panics";
