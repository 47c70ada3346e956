//! A TCP connection to await.

use std::{
    future::poll_fn,
    io::{self, ErrorKind, Read},
    net::SocketAddr,
    panic::Location,
    task::{Context, Poll},
};

use mio::{Interest, net};

use super::socket::Socket;
use crate::trace::What;

/// A connection.
pub struct TcpStream {
    socket: Socket,
}

impl TcpStream {
    /// Connects to `address`.
    ///
    /// # Errors
    ///
    /// If nobody listens there, or there are no more sockets.
    ///
    /// # Panics
    ///
    /// Outside a running loop.
    #[track_caller]
    pub fn connect(
        address: SocketAddr,
    ) -> impl Future<Output = io::Result<Self>> {
        let place = Location::caller();
        async move {
            let stream = net::TcpStream::connect(address)?;
            // Connected, a socket becomes writable.
            let mut socket =
                Socket::new(stream, Interest::WRITABLE)?;
            let what = What::Connected { socket: socket.number() };
            poll_fn(|cx| socket.attempt(cx, what, place, check))
                .await?;
            socket.watch_for(Interest::READABLE)?;
            Ok(Self { socket })
        }
    }

    /// Reads what has arrived; 0 bytes mean that it was the end.
    pub(crate) fn poll_read(
        &mut self,
        cx: &Context<'_>,
        place: &Location<'_>,
        buffer: &mut [u8],
    ) -> Poll<io::Result<usize>> {
        let what = What::Readable { socket: self.socket.number() };
        let read =
            |stream: &mut net::TcpStream| stream.read(buffer);
        self.socket.attempt(cx, what, place, read)
    }
}

/// Checks that `stream` is connected.
fn check(stream: &mut net::TcpStream) -> io::Result<()> {
    if let Some(error) = stream.take_error()? {
        return Err(error);
    }
    match stream.peer_addr() {
        Err(it) if it.kind() == ErrorKind::NotConnected => {
            Err(ErrorKind::WouldBlock.into()) // not yet
        }
        result => result.map(drop),
    }
}
