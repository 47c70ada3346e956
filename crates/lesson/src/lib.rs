//! What every lesson binary shares, whichever half it runs.
//!
//! Light on purpose: the spinner depends on it, and must compile
//! in seconds. It parses no command line of its own; the binaries
//! do that, with [`Step`] and [`Slow`] as the values of `--step`
//! and `--slow`.
//!
//! - [`step`]: the steps of a lesson, chosen by name
//! - [`slow`]: stretching a lesson for a projector
//! - [`output`]: terminal or file, and the debug-build notice
//! - [`limits`]: what the system allows, read beforehand
//! - [`exit`]: errors to exit codes, closed pipes to silence

pub mod exit;
pub mod limits;
pub mod output;
pub mod slow;
pub mod step;

pub use slow::Slow;
pub use step::Step;
