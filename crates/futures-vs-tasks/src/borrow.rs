//! Step `borrow`: what a unit may take with it.
//!
//! **`'static`.** A unit that is spawned may outlive its maker, so
//! it may not borrow from it. A thread that borrows does not
//! compile,
//!
//! ```compile_fail
//! let numbers = vec![1, 2, 3];
//! let unit = std::thread::spawn(|| numbers.len());
//! println!("{}", unit.join().unwrap() + numbers.len());
//! ```
//!
//! unless it is spawned in a scope, which does not end before all
//! its threads:
//!
//! ```
//! let numbers = vec![1, 2, 3];
//! std::thread::scope(|scope| {
//!     let unit = scope.spawn(|| numbers.len());
//!     println!("{}", unit.join().unwrap() + numbers.len());
//! });
//! ```
//!
//! A task that borrows does not compile either,
//!
//! ```compile_fail
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let numbers = vec![1, 2, 3];
//! let unit = tokio::spawn(async { numbers.len() });
//! println!("{}", unit.await.unwrap() + numbers.len());
//! # }
//! ```
//!
//! and there is no scope for tasks: a future can be dropped before
//! its end, and with it the wait for those that borrow. A task
//! shares what it needs:
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let numbers = std::sync::Arc::new(vec![1, 2, 3]);
//! let shared = numbers.clone();
//! let unit = tokio::spawn(async move { shared.len() });
//! println!("{}", unit.await.unwrap() + numbers.len());
//! # }
//! ```
//!
//! Or it is no task: futures that are awaited together by `join!`
//! are parts of the task that awaits them, and may borrow from it.
//!
//! **`Send`.** A unit may run on another thread than its maker. So
//! whatever it holds while it waits must be `Send`; an `Rc` across
//! an `.await` does not compile, even on a current-thread runtime,
//!
//! ```compile_fail
//! # use std::rc::Rc;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let unit = tokio::spawn(async {
//!     let numbers = Rc::new(vec![1, 2, 3]);
//!     tokio::task::yield_now().await;
//!     numbers.len()
//! });
//! println!("{}", unit.await.unwrap());
//! # }
//! ```
//!
//! and an `Arc` does:
//!
//! ```
//! # use std::sync::Arc;
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let unit = tokio::spawn(async {
//!     let numbers = Arc::new(vec![1, 2, 3]);
//!     tokio::task::yield_now().await;
//!     numbers.len()
//! });
//! println!("{}", unit.await.unwrap());
//! # }
//! ```
//!
//! A thread may make an `Rc` for itself. A task may have one on a
//! `LocalSet`, whose tasks all stay on one thread.

use std::{
    fmt,
    thread::{ThreadId, current},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// What is added up.
pub(crate) const NUMBERS: [u64; 4] = [1, 2, 3, 4];

/// A sum, and the thread that made it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The sum.
    pub sum: u64,
    /// The thread.
    pub thread: ThreadId,
}

/// Adds up `numbers`, on this thread.
pub(crate) fn add(numbers: &[u64]) -> Part {
    Part { sum: numbers.iter().sum(), thread: current().id() }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let here = self.thread == current().id();
        let place = if here { "here" } else { "on another thread" };
        write!(f, "{} {place}", self.sum)
    }
}

/// Says who made which half of a sum.
pub(crate) fn halves([left, right]: [Part; 2]) -> String {
    format!("{left} + {right}")
}
