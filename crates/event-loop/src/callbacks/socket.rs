//! A callback for each line that arrives.

use std::{
    io::{ErrorKind, Read, Result},
    net::SocketAddr,
};

use mio::{Interest, Token, net::TcpStream};

use super::event_loop::Callbacks;
use crate::lines::Lines;

/// A connection, and what is called with its lines.
pub(crate) struct Socket {
    stream: TcpStream,
    arrived: Lines,
    callback: Box<dyn FnMut(String)>,
}

impl Callbacks {
    /// Calls `callback` with each line that arrives from `address`.
    ///
    /// # Errors
    ///
    /// If there are no more sockets.
    pub fn on_line(
        &self,
        address: SocketAddr,
        callback: impl FnMut(String) + 'static,
    ) -> Result<()> {
        let mut stream = TcpStream::connect(address)?;
        let token = Token(self.number());
        let interest = Interest::READABLE;
        let system = self.system.borrow();
        system.registry().register(&mut stream, token, interest)?;
        let arrived = Lines::default();
        let callback = Box::new(callback);
        let socket = Socket { stream, arrived, callback };
        self.sockets.borrow_mut().insert(token, socket);
        Ok(())
    }

    /// Reads what the system says is there, and drops the
    /// connection when that was the end.
    pub(crate) fn read(&self, token: Token) -> Result<()> {
        // Taken out, since a callback might add another one.
        let socket = self.sockets.borrow_mut().remove(&token);
        if let Some(mut socket) = socket
            && !socket.read_all()?
        {
            self.sockets.borrow_mut().insert(token, socket);
        }
        Ok(())
    }
}

impl Socket {
    /// Reads until there is nothing, and tells whether it was the
    /// end.
    fn read_all(&mut self) -> Result<bool> {
        let mut piece = [0; 1024];
        loop {
            let length = match self.stream.read(&mut piece) {
                Ok(length) => length,
                Err(it) if not_yet(it.kind()) => return Ok(false),
                Err(error) => return Err(error),
            };
            self.arrived.add(&piece[..length]);
            while let Some(line) = self.arrived.next()? {
                (self.callback)(line);
            }
            if length == 0 {
                let rest = self.arrived.rest()?;
                rest.into_iter().for_each(&mut self.callback);
                return Ok(true);
            }
        }
    }
}

/// Nothing has arrived, or it is not connected.
fn not_yet(kind: ErrorKind) -> bool {
    [ErrorKind::WouldBlock, ErrorKind::NotConnected].contains(&kind)
}
