//! Callbacks that a loop calls: one thread asks the system what
//! happened, and calls what was stored for it.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap},
    io::{ErrorKind, Result},
    sync::{Arc, mpsc},
    time::{Duration, Instant},
};

use mio::{Events, Poll, Token, Waker};

use super::{
    remote::{self, Remote},
    socket::Socket,
};

/// Under this name the system reports our own alarm.
const ALARM: Token = Token(0);

type Callback = Box<dyn FnOnce(&Callbacks)>;

/// The loop: what is to be called when.
pub struct Callbacks {
    pub(crate) system: RefCell<Poll>,
    /// The number tells timers of the same time apart.
    timers: RefCell<BTreeMap<(Instant, usize), Callback>>,
    pub(crate) sockets: RefCell<HashMap<Token, Socket>>,
    calls: mpsc::Receiver<remote::Callback>,
    remote: Remote,
    /// How many threads have not sent their result.
    pub(crate) threads: Cell<usize>,
    next: Cell<usize>,
}

impl Callbacks {
    /// Returns a loop without callbacks.
    ///
    /// # Errors
    ///
    /// If the system has no selector left to give.
    pub fn new() -> Result<Self> {
        let system = Poll::new()?;
        let alarm = Waker::new(system.registry(), ALARM)?;
        let (sender, calls) = mpsc::channel();
        Ok(Self {
            system: RefCell::new(system),
            timers: RefCell::default(),
            sockets: RefCell::default(),
            calls,
            remote: Remote::new(sender, Arc::new(alarm)),
            threads: Cell::new(0),
            next: Cell::new(ALARM.0 + 1),
        })
    }

    /// Returns what hands callbacks to this loop from elsewhere.
    pub fn remote(&self) -> Remote {
        self.remote.clone()
    }

    pub(crate) fn number(&self) -> usize {
        self.next.replace(self.next.get() + 1)
    }

    /// Calls `callback` once `delay` has passed.
    pub fn after(
        &self,
        delay: Duration,
        callback: impl FnOnce(&Self) + 'static,
    ) {
        let key = (Instant::now() + delay, self.number());
        self.timers.borrow_mut().insert(key, Box::new(callback));
    }

    /// Runs until there is nothing left to call.
    ///
    /// # Errors
    ///
    /// If a connection broke, or the system's selector fails.
    ///
    /// # Panics
    ///
    /// If a callback, or the work of another thread, panicked.
    pub fn run(&self) -> Result<()> {
        let mut events = Events::with_capacity(64);
        loop {
            while let Ok(callback) = self.calls.try_recv() {
                callback(self);
            }
            if self.is_done() {
                return Ok(());
            }
            self.sleep(&mut events)?;
            for event in &events {
                self.read(event.token())?;
            }
            while let Some(callback) = self.take_due() {
                callback(self);
            }
        }
    }

    fn is_done(&self) -> bool {
        self.timers.borrow().is_empty()
            && self.sockets.borrow().is_empty()
            && self.threads.get() == 0
    }

    fn sleep(&self, events: &mut Events) -> Result<()> {
        let timers = self.timers.borrow();
        let next = timers.first_key_value();
        let at_most = next.map(|((due, _), _)| {
            due.saturating_duration_since(Instant::now())
        });
        match self.system.borrow_mut().poll(events, at_most) {
            Err(it) if it.kind() == ErrorKind::Interrupted => {
                Ok(())
            }
            result => result,
        }
    }

    fn take_due(&self) -> Option<Callback> {
        let mut timers = self.timers.borrow_mut();
        let ((due, _), _) = timers.first_key_value()?;
        if *due > Instant::now() {
            return None;
        }
        timers.pop_first().map(|(_, callback)| callback)
    }
}
