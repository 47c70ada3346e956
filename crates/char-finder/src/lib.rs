//! Char finder: a server of lines.

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

/// How long a client may take to take an answer.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// How long a server rests when it could not accept.
pub const REST: Duration = Duration::from_millis(50);

/// What a server is to do.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Where to listen; port 0 stands for any free one.
    pub address: SocketAddr,
    /// What answers them.
    pub finder: Arc<Finder>,
}
