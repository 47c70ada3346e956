//! Asking for a stage, in three manners: by a call that blocks,
//! by a future, by a callback.
//!
//! Each manner is a trait, [`blocking::Get`],
//! [`asynchronous::Get`], [`callback::Get`]. All that a form of
//! the program knows of where answers come from is one of them: a
//! server, or, in a test, whatever the test likes.

use flags::site::Site;

use crate::Log;

pub mod asynchronous;
pub mod blocking;
pub mod callback;

/// A client, and the server that it asks.
#[derive(Clone, Debug)]
pub struct Remote<C> {
    /// One of the two of [`clients`].
    pub client: C,
    /// Where the three stages are.
    pub site: Site,
}

/// Notes when `inner` is asked, and when its answer is there.
#[derive(Clone, Debug)]
pub struct Watched<G> {
    /// Who is asked.
    pub inner: G,
    /// Where it is noted.
    pub log: Log,
}
