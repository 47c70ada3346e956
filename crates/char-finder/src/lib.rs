//! Char finder: a server of lines.
//!
//! **Question.** A server has many clients, and most of the time
//! most of them say nothing. Who waits for each of them, what does
//! that cost, and how do those who wait hear that it is over?
//!
//! **What the diff teaches.** Both halves serve a client in the
//! same few lines. A thread that waits for a line can do nothing
//! else, so each client has one, and other threads run meanwhile.
//! A task that waits leaves its thread to the others, so one
//! thread has them all. And a task waits for two things at once,
//! its client and the end of the server; a thread is blocked in
//! the system, and somebody must wake it through its socket.
//!
//! ```shell
//! diff src/thread.rs src/async.rs
//! cargo run --bin char_finder_thread
//! cargo run --bin char_finder_async
//! cargo run --bin char_finder_thread -- --step serve
//! ```
//!
//! What a client types is a word of a name, or several; what it
//! gets is the characters that have them all. A control character
//! or the end of input closes the session.
//!
//! # The steps
//!
//! - the pair [`thread`], [`async`]: the server, between two
//!   clients, one of which is in the middle of a word
//! - `serve`: the same server, for `nc` or `telnet`
//! - [`shutdown`]: the end, while an answer is under way; both
//!   wrong versions stand there
//! - `limit`: more clients than seats
//! - [`slow`]: 200 clients that type a byte a second, and what an
//!   idle connection costs
//! - [`web`]: the same search for browsers, a pair on two libraries
//!
//! [`only_thread`] and [`only_async`] answer no other half: each is
//! what one would write who has only that world.
//!
//! # Layout
//!
//! From what is sought to who seeks it:
//!
//! - `index.rs`, `runs.rs`: from words to characters
//! - `answer.rs`: the lines of an answer
//! - `finder.rs`, `session.rs`: what all clients share, and what
//!   one client types; they know nothing of sockets
//! - `stop.rs`: how blocked threads are woken, the twin of a
//!   `CancellationToken`
//! - `host.rs`: a server of either half, started and stopped from
//!   outside
//! - `client.rs`, `child.rs`, `costs.rs`, `room.rs`: a client, a
//!   server as a process of its own, what that costs, and how many
//!   clients the system has room for
//! - `program.rs`, `show/`: the command lines, and what is printed
//!
//! Source: after the character finder of *Fluent Python* (ch. 21),
//! which serves the same search over TCP and HTTP; how a socket
//! wakes who waits for it is in `shutdown(2)`.

use std::{net::SocketAddr, sync::Arc, time::Duration};

pub mod answer;
// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod child;
pub mod client;
pub mod costs;
pub mod finder;
pub mod host;
pub mod index;
pub mod only_async;
pub mod only_thread;
pub mod program;
pub mod room;
mod runs;
pub mod session;
pub mod show;
pub mod shutdown;
pub mod slow;
pub mod stop;
pub mod thread;
pub mod web;

pub use client::Client;
pub use finder::{Counts, Finder};
pub use host::Unit;
pub use index::Index;
pub use session::{GREETING, MOST, Session};
pub use stop::Stop;

/// How long a client may take nothing of what it is sent.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// How long a server rests when it could not accept: asking again
/// at once would fail again at once.
pub const REST: Duration = Duration::from_millis(50);

/// What a server is to do.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen; port 0 stands for any free one.
    pub address: SocketAddr,
    /// What answers the clients, and has a seat for each.
    pub finder: Arc<Finder>,
}
