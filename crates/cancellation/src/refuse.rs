//! Refusing to stop, for as long as one is asked.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

use std::fmt;

use crate::{Seen, seen::Millis};

/// What came of asking, and of force.
#[derive(Clone, Debug)]
pub struct Refused {
    /// How often it was asked and went on.
    pub times: usize,
    /// What came of the force that there is.
    pub seen: Seen,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { times, seen } = self;
        let Seen { stopped_in, audit } = seen;
        write!(
            f,
            "Refused {times} times, then stopped in {}: {} in the \
             sink, {} lost.",
            Millis(*stopped_in),
            audit.sink.len(),
            audit.lost.len(),
        )
    }
}
