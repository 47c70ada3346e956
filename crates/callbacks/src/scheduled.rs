//! Step `scheduled`: nothing happens unless somebody runs it.
//!
//! How many requests are made by writing down three stages? A
//! closure that is not called, callbacks left to a loop that is
//! not run, a future that is not polled make none. A thread that
//! is started runs at once; a task that is spawned runs when its
//! runtime gets round to it, which is not while the runtime's only
//! thread is busy.

use std::{
    thread as threads,
    time::{Duration, Instant},
};

use flags::Code;
use lesson::say;

use crate::{
    event_loop::{EventLoop, event_loop},
    get::{blocking, callback::OnLoop},
    hell,
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How often main looks while it is busy.
const LOOK: Duration = Duration::from_millis(1);

/// Looks how many requests were made since it last looked.
pub struct Scheduled<'a> {
    requests: &'a dyn Fn() -> usize,
    patience: Duration,
    shown: bool,
    seen: usize,
    rows: Vec<(&'static str, usize)>,
}

impl<'a> Scheduled<'a> {
    /// Begins to look at `requests`, which tells how many there
    /// were. Whoever is busy is so for `patience`, or until there
    /// is no more to see.
    pub fn new(
        requests: &'a dyn Fn() -> usize,
        patience: Duration,
        shown: bool,
    ) -> Self {
        let (seen, rows) = (requests(), Vec::new());
        Self { requests, patience, shown, seen, rows }
    }

    /// Looks how many requests were made when this is done.
    pub fn look(&mut self, done: &'static str) {
        let now = (self.requests)();
        self.rows.push((done, now - self.seen));
        if self.shown {
            say!("{done:40}{:>9}", now - self.seen);
        }
        self.seen = now;
    }

    /// Keeps this thread busy for a while, and looks.
    pub fn look_busily(&mut self, done: &'static str) {
        let start = Instant::now();
        let all = self.seen + 3;
        while (self.requests)() < all
            && start.elapsed() < self.patience
        {
            threads::sleep(LOOK);
        }
        self.look(done);
    }

    /// Returns what was done, and how many requests that made.
    pub fn rows(&self) -> &[(&'static str, usize)] {
        &self.rows
    }
}

/// Leaves three stages to a loop, as callbacks; nobody runs it.
pub fn left_to_a_loop<G>(client: &G, wanted: Code) -> EventLoop
where
    G: blocking::Get + Clone + Send + Sync + 'static,
{
    let (handle, event_loop) = event_loop();
    let client =
        OnLoop { inner: client.clone(), handle: handle.clone() };
    handle.post(move || {
        hell::thread::three_stages(client, wanted, drop);
    });
    event_loop
}
