//! Step `handle`: thread and task, point by point.
//!
//! The two are about the same thing: work that goes on beside its
//! maker, who holds a handle. What a thread does not have is an
//! end from outside; what a task does not have is a thread of its
//! own, and a name.
//!
//! Both begin by themselves once they are spawned. A task of a
//! current-thread runtime needs the thread that spawned it, and so
//! begins when that one waits.
//!
//! Source: after the comparison of `Thread` and `Task`, *Fluent
//! Python*, ch. 19.

use std::thread::{ThreadId, current};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// A thread, as seen by what runs on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Here {
    pub(crate) id: ThreadId,
    pub(crate) name: String,
}

/// Tells on which thread this is called.
pub(crate) fn here() -> Here {
    let thread = current();
    let name = thread.name().unwrap_or_default().to_owned();
    Here { id: thread.id(), name }
}

/// Says whether two units ran on the same thread.
pub(crate) fn same(one: Here, other: Here) -> &'static str {
    if one.id == other.id {
        "the same thread"
    } else {
        "another thread"
    }
}
