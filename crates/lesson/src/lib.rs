//! What every lesson binary shares, whichever half it runs.
//!
//! Light on purpose: the spinner depends on it, and must compile
//! in seconds. The download lessons have a larger command line,
//! in `flags`, and take [`Step`] and [`Slow`] from here.
//!
//! - [`program`], [`args`]: what a binary is, its command line
//! - [`values`]: the values of a lesson's own options
//! - [`step`]: the steps of a lesson, chosen by name
//! - [`slow`]: stretching a lesson for a projector
//! - [`output`]: terminal or file, and the debug-build notice
//! - [`limits`]: what the system allows, read beforehand
//! - [`exit`]: errors to exit codes, closed pipes to silence

pub mod args;
pub mod exit;
pub mod limits;
pub mod output;
pub mod program;
pub mod slow;
pub mod step;
pub mod values;

pub use args::Args;
pub use program::{Opt, Program, Takes};
pub use slow::Slow;
pub use step::Step;
pub use values::{Value, Values};
