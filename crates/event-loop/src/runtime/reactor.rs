//! The reactor: who is to be woken for which socket. The operating
//! system watches the sockets; it does not know who waits.

use std::{collections::BTreeMap, io, task::Waker, time::Duration};

use mio::{Events, Interest, Poll, Token, event::Source};

use crate::trace::Socket;

/// The system calls our own alarm by this number.
const ALARM: Token = Token(0);

/// All sockets of a loop.
pub(crate) struct Reactor {
    system: Poll,
    events: Events,
    /// By the socket's number: which task waits, and its waker.
    waiting: BTreeMap<Token, Option<(usize, Waker)>>,
    next: usize,
}

impl Reactor {
    /// Returns a reactor, and the alarm that ends its sleep.
    pub(crate) fn new() -> io::Result<(Self, mio::Waker)> {
        let system = Poll::new()?;
        let alarm = mio::Waker::new(system.registry(), ALARM)?;
        let events = Events::with_capacity(64);
        let waiting = BTreeMap::new();
        Ok((Self { system, events, waiting, next: 1 }, alarm))
    }

    /// Asks the system to watch `socket`.
    pub(crate) fn register(
        &mut self,
        socket: &mut impl Source,
        interest: Interest,
    ) -> io::Result<Token> {
        let token = Token(self.next);
        self.system.registry().register(socket, token, interest)?;
        self.waiting.insert(token, None);
        self.next += 1;
        Ok(token)
    }

    /// Asks the system to watch `socket` for something else.
    pub(crate) fn reregister(
        &mut self,
        socket: &mut impl Source,
        token: Token,
        interest: Interest,
    ) -> io::Result<()> {
        self.system.registry().reregister(socket, token, interest)
    }

    /// Asks the system to watch `socket` no more.
    pub(crate) fn deregister(
        &mut self,
        socket: &mut impl Source,
        token: Token,
    ) {
        self.waiting.remove(&token);
        // Its owner closes it in any case.
        self.system.registry().deregister(socket).ok();
    }

    /// Notes that `task` waits for a socket, and how to wake it.
    pub(crate) fn wait(
        &mut self,
        token: Token,
        task: usize,
        waker: Waker,
    ) {
        self.waiting.insert(token, Some((task, waker)));
    }

    /// Lets the system put this thread to sleep until something
    /// happens or time is up. Returns whom to wake.
    pub(crate) fn sleep(
        &mut self,
        at_most: Option<Duration>,
    ) -> Vec<Waker> {
        match self.system.poll(&mut self.events, at_most) {
            Err(it) if it.kind() == io::ErrorKind::Interrupted => {}
            result => result.expect("the system has a selector"),
        }
        let who = |token| self.waiting.get_mut(&token)?.take();
        let tokens = self.events.iter().map(|event| event.token());
        tokens.filter_map(who).map(|(_, waker)| waker).collect()
    }

    /// Lists all sockets for the trace.
    pub(crate) fn list(&self) -> Vec<Socket> {
        let sockets = self.waiting.iter().map(|(token, who)| {
            let task = who.as_ref().map(|(task, _)| *task);
            Socket { socket: token.0, task }
        });
        sockets.collect()
    }
}
