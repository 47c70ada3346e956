//! Step `result`: the result, before it is there and after.
//!
//! **Before.** [`ThreadFuture::result`](crate::ThreadFuture) blocks
//! the thread that asks. With a time limit it gives up in the end;
//! a limit of zero is a look. A task is awaited, under a `timeout`
//! if need be; `now_or_never` looks. A channel for one value is
//! good for both: `try_recv` looks.
//!
//! **What comes next.** A thread's future calls what was given to
//! `add_done_callback`, on the thread that brings the result. After
//! an `.await` comes the next line, which has the result already:
//! no callback is needed, and no `result()`.
//!
//! **Failures** ([`failed`]). An `Err` is a value, which the handle
//! gives like any other. A panic ends its unit; the handle has what
//! `panic!` was given, in a box whose type says nothing. It holds a
//! `&str` or a `String`: [`message`](crate::message) takes it out.
//! A `JoinError` holds the same box (`into_panic`), and tells
//! cancellation from panic besides. Nobody joins? Then a panic is
//! heard of through the panic hook alone, and an `Err` not at all.

use std::fmt::Debug;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod failed;
pub mod thread;

/// Notes a result, and on which thread it was noted.
pub(crate) fn note(end: impl Debug) -> String {
    let thread = std::thread::current();
    let name = thread.name().unwrap_or("without a name");
    format!("{end:?}, noted on thread {name}")
}
