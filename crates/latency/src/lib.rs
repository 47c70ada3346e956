//! Latency: the ladder of waiting, measured on this machine.
//!
//! **Question.** How long does a program wait, for memory, for a
//! lock, for a disk, for the network? And for which of these waits
//! is it worth to do something else meanwhile?
//!
//! **What the ladder teaches.** From a load to a request lie seven
//! or eight powers of ten. Doing something else costs two
//! switches, away and back: what is over sooner is waited for
//! where one stands, by a thread as by a task. A switch of tasks is
//! much cheaper than one of threads, so that waits are worth it to
//! a task which are not to a thread; the request, at the end of
//! the ladder, is worth it to both.
//!
//! This lesson has no pair: the ladder belongs to the machine, and
//! threads and tasks are two of its rungs.
//!
//! ```shell
//! cargo run --release --bin latency
//! cargo run --release --bin latency -- --step meanwhile
//! ```
//!
//! No figure stands in the source. What cannot be measured here
//! says why, and nothing is computed from it.
//!
//! # Layout
//!
//! - [`rung`]: the rungs, in the order of the report
//! - [`probe`]: how each is measured
//! - [`caches`], [`system`]: what the system tells and permits
//! - [`rounds`]: all rungs in turn, again and again
//! - [`spread`], [`nanoseconds`], [`words`], [`scale`]: figures
//! - [`ladder`], [`meanwhile`], [`verdict`], [`report`]: the output
//!
//! # Source
//!
//! After the table of latencies in *Fluent Python* (1st edition,
//! ch. 18), which takes its cycles from Ryan Dahl and tells them
//! to people as seconds. Ours are measured.

pub mod caches;
pub mod ladder;
pub mod meanwhile;
pub mod nanoseconds;
pub mod probe;
mod program;
pub mod report;
pub mod rounds;
pub mod rung;
pub mod scale;
mod show;
pub mod spread;
pub mod system;
pub mod verdict;
pub mod words;

pub use nanoseconds::Nanoseconds;
pub use program::{PROGRAM, run};
pub use rung::Rung;
pub use spread::Spread;

/// Why a rung has no figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotMeasured {
    /// It does not exist here, or the system does not tell it.
    #[error("{0}")]
    Because(String),
    /// The system refused something.
    #[error("not permitted here: {0}")]
    Refused(String),
}

impl NotMeasured {
    /// Returns a reason.
    pub fn because(reason: impl Into<String>) -> Self {
        Self::Because(reason.into())
    }
}

impl From<std::io::Error> for NotMeasured {
    fn from(error: std::io::Error) -> Self {
        Self::Refused(error.to_string())
    }
}
