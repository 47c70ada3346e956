//! What happened, in the order in which the program told it.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use crate::{Source, trace};

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The source's name.
    pub source: &'static str,
    /// What happened there.
    pub what: String,
    /// When, since the program began.
    pub at: Duration,
    /// Which thread told it; 1 is the first that told anything.
    pub thread: usize,
}

/// Shows an event as it happens.
pub type Show = fn(&Event);

/// The log of one source; what it is told, all of a program's
/// logs know.
#[derive(Clone)]
pub struct Log {
    source: &'static str,
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    started: Instant,
    show: Show,
    threads: Vec<ThreadId>,
    events: Vec<Event>,
}

impl Log {
    /// Returns an empty log, which calls `show` for each event.
    pub fn new(show: Show) -> Self {
        let shared = Shared {
            started: Instant::now(),
            show,
            threads: Vec::new(),
            events: Vec::new(),
        };
        let shared = Arc::new(Mutex::new(shared));
        Self { source: "main", shared }
    }

    /// Returns the log of the source called `name`.
    pub fn of(&self, name: &'static str) -> Self {
        Self { source: name, shared: self.shared.clone() }
    }

    /// Shows that this thread begins to wait for `source`.
    pub fn begins(&self, source: &Source) {
        trace::name(self.source);
        let text = format!("waits for {}", source.kind);
        let mut shared = self.lock();
        let event = shared.event(self.source, text);
        (shared.show)(&event);
    }

    /// Adds an event, and shows it.
    pub fn happened(&self, what: impl fmt::Display) {
        let what = what.to_string();
        trace::did(&what);
        let mut shared = self.lock();
        let event = shared.event(self.source, what);
        (shared.show)(&event);
        shared.events.push(event);
    }

    /// Returns all events so far, of all sources.
    pub fn events(&self) -> Vec<Event> {
        self.lock().events.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        // A list of events is whole even after a panic.
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn event(
        &mut self,
        source: &'static str,
        what: String,
    ) -> Event {
        let this = thread::current().id();
        let known = self.threads.iter().position(|it| *it == this);
        let thread = known.unwrap_or(self.threads.len());
        if known.is_none() {
            self.threads.push(this);
        }
        let at = self.started.elapsed();
        Event { source, what, at, thread: thread + 1 }
    }
}
