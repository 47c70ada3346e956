//! When the disk is slower than the network.
//!
//! Whoever downloads hands the image over and goes on with the next
//! one; the thread that writes tells how each ended. With room for
//! a few images, those who download wait when it is full, and the
//! server is asked more slowly: that is backpressure. With room for
//! all of them nobody waits, and the images pile up in memory.
//!
//! The async half sends by tokio's own channel, whose receiving end
//! also serves a thread (`blocking_recv`): shorter than the
//! [`handover`](crate::writer::handover) of the step `writer`.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod unbounded;
pub mod wrong;
