//! Step `inside`: a permit acquired before the unit is spawned, or
//! inside it.
//!
//! Both keep to the bound: no more are at work than there are
//! permits. But a unit that acquires inside exists while it waits.
//! Two hundred flags are two hundred units then, of which five are
//! at work and the others wait, each with all it holds: a thread
//! with its stack, a task with its future. Who acquires first and
//! spawns then has no more units than permits, and it is the one
//! that spawns who is kept waiting.
//!
//! Here units do nothing but wait for a permit. Each way runs in a
//! process of its own, so that nothing is left over of the other.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod child;
mod crowd;
pub mod thread;

pub use child::{Asked, Measured, Way};
pub use crowd::{Crowd, Member};
