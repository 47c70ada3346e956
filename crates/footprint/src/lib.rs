//! Footprint: what it costs to wait.
//!
//! **Question.** A thread waits, or a task waits: nothing happens.
//! What does that cost in memory, how long does it take to create
//! a thousand or a hundred thousand of them, and to wake them all?
//!
//! **What the diff teaches.** That there is next to none: the two
//! programs are the same, down to the line. What differs is what
//! `spawn` asks for. A thread is asked of the system: a stack, an
//! entry in its tables, a stack in the kernel. A task is asked of
//! the allocator: the place of its future, which is as large as
//! what it holds while it waits.
//!
//! Read [`thread`] and [`async`] side by side
//! (`diff src/thread.rs src/async.rs`), and run them; a debug build
//! measures debug builds:
//!
//! ```shell
//! cargo run --release --bin footprint_thread
//! cargo run --release --bin footprint_async
//! ```
//!
//! Each row is measured in a child process, the program itself
//! started again, so that nothing is left over of the row before;
//! the rows take turns, round after round. `--max N` goes on to
//! more units, but never beyond half of what the system allows.
//!
//! Further steps, chosen with `--step`, each a pair of its own:
//!
//! - [`connected`]: each with an open connection and its buffer
//! - [`stack`]: what was used before the wait, what is held in it
//!
//! [`only_thread`] and [`only_async`] answer no other half: each is
//! what one would write who has only that world.
//!
//! # What the figures are
//!
//! - *resident* and *virtual*: of the child, while all wait
//! - *in kernel*: by how much the kernel's own memory grew while
//!   they were created. The system tells that of itself as a whole
//!   only, so all that others do meanwhile is in it: look at the ±
//! - *create*: from the first spawn until all wait; *wake all*:
//!   from the signal until the last one has run
//! - *one more costs*: the difference between two rows, in the
//!   number of units: the median of the rounds, and how far the
//!   round is from it that is farthest off
//!
//! A unit tells that it waits just before it does: the last one may
//! be a step short of it when the others are measured.
//!
//! # Layout
//!
//! - [`Meter`], [`Memory`]: what is read, in the child
//! - [`Point`]: a row; `child` measures it
//! - [`Allowed`]: what the system allows, read beforehand
//! - [`Figure`], [`Costs`]: what one more costs; pure
//! - `show`, `amount`: the tables, and the sentences
//! - [`permits::Semaphore`] is the gate of the thread halves:
//!   closed, it lets go all who wait for a permit
//!
//! # Source
//!
//! What threads cost is often said and seldom measured; the
//! question is that of D. Kegel, *The C10K problem* (1999).

mod allowed;
mod amount;
// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod child;
pub mod connected;
mod costs;
mod figure;
mod memory;
mod meter;
pub mod only_async;
pub mod only_thread;
mod plan;
mod point;
mod program;
mod rounds;
mod show;
mod spread;
pub mod stack;
mod tell;
pub mod thread;

pub use allowed::Allowed;
pub use costs::Costs;
pub use figure::{Figure, per_unit};
pub use memory::Memory;
pub use meter::{Meter, NoReading, Reading};
pub use point::{Kind, Load, NoPoint, Point};
pub use program::{ASYNC, THREAD};
pub use rounds::{Row, counts};
pub use show::{room_verdict, show_tasks, show_threads, verdict};
pub use spread::Spread;

use tell::Tell;

/// What joining a unit expects.
const NO_PANIC: &str = "no unit panics";
