//! Offload: saving a file blocks. Whom?
//!
//! **Question.** A flag is downloaded, and then written to a disk
//! that takes its time. There is no waiting for a file without
//! keeping a thread: who waits for the disk, and who else stands
//! still with it?
//!
//! **What the diff teaches.** The line that writes is the same in
//! both halves. In the thread half it keeps one thread, and all
//! others run: threads win here, since each may save for itself.
//! In the async half it keeps the one thread that runs all tasks,
//! and nobody runs, unless the write is handed to another thread
//! and awaited.
//!
//! What stands still is seen by a [`heartbeat`], which should tick
//! every 10 ms and takes note of each gap: in the thread half it is
//! a thread, in the async half a task.
//!
//! ```shell
//! diff src/thread.rs src/async.rs
//! cargo run --bin offload_thread
//! cargo run --bin offload_async
//! cargo run --bin offload_async -- --step pool
//! ```
//!
//! # The steps
//!
//! - `direct`, the pair [`thread`], [`async`]: whoever downloads
//!   saves
//! - `pool`: [`pool`], a pool of ours, `spawn_blocking`
//! - `forgotten`: the same, but nobody waits for the answer
//! - `writer`: [`writer`], one thread that writes behind a bounded
//!   channel, and a `send` that blocks
//! - `fs`: [`fs`], `std::fs` and `tokio::fs`
//! - `backpressure`: [`backpressure`], a disk that is slower than
//!   the network
//! - `encode`: [`encode`], work that computes
//!
//! Wrong versions stand beside the right ones, in files called
//! `wrong.rs`, and differ from them in one or two places.
//!
//! # Layout
//!
//! - [`disk`]: a slow disk, the real one, and an account of writes
//! - [`image`], [`desk`]: what is in memory, and what lies between
//!   the network and the disk
//! - [`save`]: the ways to save, as those who download see them
//! - [`gaps`]: the heartbeat's gaps as a histogram
//! - [`trial`], [`versions`]: one run of one version; all of them
//! - [`program`], `refusal.rs`: the command lines, and what some
//!   steps do not honour
//! - [`plan`], [`show`], `words.rs`, `spread.rs`: what a step is to
//!   do, and what is told
//! - [`only_thread`], [`only_async`]: the pair again, as each world
//!   would write it if there were no other
//!
//! Source: after `flags2_asyncio.py` and its executor, *Fluent
//! Python*, ch. 21; what a runtime does with blocking work is in
//! the documentation of `tokio::task::spawn_blocking` and of
//! `tokio::fs`.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod backpressure;
pub mod desk;
pub mod disk;
pub mod encode;
pub mod fs;
pub mod gaps;
pub mod heartbeat;
pub mod image;
pub mod only_async;
pub mod only_thread;
pub mod plan;
pub mod pool;
pub mod program;
mod refusal;
pub mod save;
pub mod show;
mod spread;
pub mod thread;
pub mod trial;
pub mod versions;
mod words;
pub mod writer;

pub use desk::Desk;
pub use disk::Disk;
pub use gaps::{Gaps, Millis};
pub use heartbeat::Pulse;
pub use image::{Image, Shelf};
pub use plan::Plan;
pub use save::Saved;
pub use trial::{Seen, Trial, Version};
