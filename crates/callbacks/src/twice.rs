//! Step `twice`: a callback that is called once, twice, or never.
//!
//! In most languages, and in the history of this one program, a
//! callback is code that may be called any number of times: in
//! Rust, an `FnMut`. Nothing but the documentation says how often.
//! [`nested`] takes it at its word. In the pair, a channel for one
//! answer stands between.
//!
//! Where a callback is an `FnOnce`, as in the step [`hell`], to
//! call it twice does not compile: it is used up.
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
//! That it is called at all, no type can promise. It can be told
//! when it is dropped: then the channel closes. Whoever keeps it
//! and never calls it keeps everybody waiting, in all four forms;
//! against that only a time limit helps.
//!
//! [`hell`]: crate::hell

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod history;
pub mod nested;
pub mod thread;

pub use history::{Callback, Calls, Get, Unreliable};

use std::sync::mpsc;

use flags::Code;

use crate::{Error, Flag, event_loop::event_loop, get::blocking};

/// Makes this thread the event loop of three stages, and returns
/// all that they came to, as often as they did.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn on_this_thread<G>(
    client: G,
    calls: Calls,
    wanted: Code,
) -> Vec<Result<Flag, Error>>
where
    G: blocking::Get + Clone + Send + 'static,
{
    let (handle, event_loop) = event_loop();
    let (inner, poster) = (client, handle.clone());
    let client = Unreliable { inner, handle, calls };
    let (sender, ends) = mpsc::channel();
    poster.post(move || {
        nested::three_stages(client, wanted, move |flag| {
            sender.send(flag).ok();
        });
    });
    drop(poster);
    event_loop.run();
    ends.into_iter().collect()
}
