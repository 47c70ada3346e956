//! A socket that the reactor watches.

use std::{
    io::{self, ErrorKind},
    panic::Location,
    rc::{Rc, Weak},
    task::{Context, Poll},
};

use mio::{Interest, Token, net::TcpStream};

use super::current::{Loop, current};
use crate::trace::What;

/// A socket that the reactor of its loop watches.
pub(crate) struct Socket {
    stream: TcpStream,
    token: Token,
    home: Weak<Loop>,
}

impl Socket {
    /// Asks the reactor to watch `stream`.
    pub(crate) fn new(
        mut stream: TcpStream,
        interest: Interest,
    ) -> io::Result<Self> {
        let this = current();
        let mut reactor = this.reactor.borrow_mut();
        let token = reactor.register(&mut stream, interest)?;
        Ok(Self { stream, token, home: Rc::downgrade(&this) })
    }

    /// Returns the number by which the trace calls it.
    pub(crate) fn number(&self) -> usize {
        self.token.0
    }

    /// Asks the reactor to watch for something else from now on.
    pub(crate) fn watch_for(
        &mut self,
        interest: Interest,
    ) -> io::Result<()> {
        let home = self.home();
        let mut reactor = home.reactor.borrow_mut();
        reactor.reregister(&mut self.stream, self.token, interest)
    }

    fn home(&self) -> Rc<Loop> {
        self.home.upgrade().expect("the loop of a socket runs")
    }

    /// Makes `attempt`; if that would block, leaves the waker with
    /// the reactor instead.
    pub(crate) fn attempt<T>(
        &mut self,
        cx: &Context<'_>,
        what: What,
        place: &Location<'_>,
        attempt: impl FnOnce(&mut TcpStream) -> io::Result<T>,
    ) -> Poll<io::Result<T>> {
        match attempt(&mut self.stream) {
            Err(it) if it.kind() == ErrorKind::WouldBlock => {
                let home = self.home();
                let task = home.waits_for(what, place);
                let waker = cx.waker().clone();
                let mut reactor = home.reactor.borrow_mut();
                reactor.wait(self.token, task, waker);
                Poll::Pending
            }
            result => Poll::Ready(result),
        }
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        if let Some(home) = self.home.upgrade() {
            let mut reactor = home.reactor.borrow_mut();
            reactor.deregister(&mut self.stream, self.token);
        }
    }
}
