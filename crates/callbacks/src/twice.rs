//! Step `twice`: a callback that is called once, twice, or never.
//!
//! In most languages, and in history, a callback is code that may
//! be called any number of times: in Rust, an `FnMut`. How often
//! it is called stands in the documentation, if anywhere.
//! [`nested`] takes what comes: where the second stage calls back
//! twice, the third is asked for twice, and so on to the end.
//!
//! [`Once`] lets only the first call through: its `Option` is
//! empty after that. Behind it are all other forms: the callbacks
//! of the step [`hell`](crate::hell), and whoever waits for a
//! callback at the end of a channel, as in the step
//! [`adapters`](crate::adapters).
//!
//! Where a callback is an `FnOnce` from the beginning, to call it
//! twice does not compile: it is used up.
//!
//! ```compile_fail
//! fn call(callback: impl FnOnce(u32)) {
//!     callback(1);
//!     callback(2);
//! }
//! ```
//!
//! What may be called again must say so:
//!
//! ```
//! fn call(mut callback: impl FnMut(u32)) {
//!     callback(1);
//!     callback(2);
//! }
//! ```
//!
//! That it is called at all, no type can promise. When it is
//! dropped, that can be told: a loop has no more to do, a channel
//! is closed. But if somebody keeps it and never calls it, all four
//! forms wait for ever; against that, only a time limit helps.

mod history;
pub mod nested;
mod once;

pub use history::{Again, Calls, Get, Unreliable};
pub use once::Once;
