//! Step `connected`: units with an open connection and a buffer.
//!
//! A unit that waits for nothing but a signal is rare. Here each
//! has a connection to a server, from which it has read one
//! message that filled its buffer (`--buffer` bytes), and waits for
//! the next byte. Both halves have the same server, the same
//! connections, the same buffers.
//!
//! Whose memory is it? A connection over loopback has two ends, and
//! both are in this process, since the [`Server`] is. Of its end
//! the server keeps a number of four bytes. All else that a
//! connection takes is in the kernel, for both ends; so the column
//! of the kernel shows twice what a client alone, or a server
//! alone, would pay. The buffer is the unit's.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
mod server;
pub mod thread;

pub use server::Server;
