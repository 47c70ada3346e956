//! One function for a call and for a unit.
//!
//! Whatever can become a future ([`IntoFuture`]) can be awaited:
//! what an `async fn` returns, the handle of a task, and a type of
//! one's own, such as a request that is complete only when it is
//! awaited. Among threads a closure does for all of them.

use crate::Table;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Shows what was finished by the same function.
pub(crate) fn show(table: &mut Table, answers: [u32; 3]) {
    let [call, unit, request] = answers;
    let seen = format!("{call}, {unit}, {request}");
    table.row("a call, a unit, a request", seen);
}

/// A request that may still be changed before it is sent.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Request(pub(crate) u32);

impl Request {
    /// Sends it, and returns the answer.
    pub(crate) fn send(self) -> u32 {
        self.0
    }
}

impl IntoFuture for Request {
    type Output = u32;
    type IntoFuture = std::future::Ready<u32>;

    fn into_future(self) -> Self::IntoFuture {
        std::future::ready(self.send())
    }
}
