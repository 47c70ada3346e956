//! Asking for a stage, in three manners: by a call that blocks,
//! by a future, by a callback.
//!
//! Each manner is a trait, [`blocking::Get`],
//! [`asynchronous::Get`], [`callback::Get`]. All that a form of
//! the program knows of where answers come from is one of them: a
//! server, or, in a test, whatever the test likes.

use flags::site::{self, Site};

use crate::{Error, Log, Stage};

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

/// Refuses one stage itself; for the others it asks `inner`.
#[derive(Clone, Debug)]
pub struct Refusing<G> {
    /// Who is asked for the other stages.
    pub inner: G,
    /// The number of the stage that is refused.
    pub refused: usize,
}

impl<G> Refusing<G> {
    fn check(&self, stage: Stage) -> Result<(), Error> {
        if stage.number() == self.refused {
            let refusal = site::check_status(TEAPOT);
            return refusal.map_err(|error| stage.failed(error));
        }
        Ok(())
    }
}

/// The status by which flag servers refuse, too.
const TEAPOT: u16 = 418;
