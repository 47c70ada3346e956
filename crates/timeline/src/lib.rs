//! Who ran, who waited, and for what.
//!
//! A lesson marks its threads and tasks, each with a *lane*, and
//! the lines at which they wait. The two halves differ in the
//! module that they bring in, and say the same:
//!
//! ```
//! use std::thread;
//! use timeline::blocking::{lane, wait};
//!
//! let unit = thread::spawn(|| {
//!     lane("BR", || wait("tick", || thread::yield_now()))
//! });
//! # unit.join().unwrap();
//! ```
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread()
//! #     .build().unwrap().block_on(async {
//! use timeline::asynchronous::{lane, wait};
//! use tokio::task;
//!
//! let unit = task::spawn(lane("BR", async {
//!     wait("tick", task::yield_now()).await
//! }));
//! # unit.await.unwrap();
//! # });
//! ```
//!
//! Both are ordinary `tracing` spans. As long as nobody records
//! them they cost a look at one static each. `--timeline FILE` and
//! `--trace FILE` record them ([`Recording`]).
//!
//! - [`blocking`], [`asynchronous`]: marks, for threads and tasks
//! - [`Recorder`]: notes what happens, as it happens ([`Event`])
//! - [`Timeline`]: what that was: lanes, and the spans on them
//! - [`svg`], [`text`], [`trace`]: three ways to show it
//! - [`Recording`]: from the command line to a file

pub mod asynchronous;
pub mod blocking;
mod clock;
mod event;
mod files;
pub mod options;
mod read;
mod recorder;
pub mod svg;
pub mod text;
mod ticks;
mod timeline;
pub mod trace;

pub use event::{Event, Log, Mark, What};
pub use options::{OPTIONS, Recording, TIMELINE, TRACE};
pub use recorder::Recorder;
pub use timeline::{End, Kind, Lane, Span, Timeline};

/// The target of our spans, by which others can tell them.
pub const TARGET: &str = "timeline";
