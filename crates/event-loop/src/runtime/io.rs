//! Lines from a connection, under tokio's names.

use std::{
    future::poll_fn,
    io::Result,
    panic::Location,
    task::{Context, Poll, ready},
};

use super::net::TcpStream;
use crate::lines;

/// A connection with a buffer.
pub struct BufReader {
    stream: TcpStream,
}

impl BufReader {
    /// Returns `stream` with an empty buffer.
    pub fn new(stream: TcpStream) -> Self {
        Self { stream }
    }
}

/// What can be read by lines; a trait because tokio's is one.
pub trait AsyncBufReadExt {
    /// Returns the lines, to be awaited one by one.
    fn lines(self) -> Lines;
}

impl AsyncBufReadExt for BufReader {
    fn lines(self) -> Lines {
        let arrived = lines::Lines::default();
        Lines { stream: self.stream, arrived }
    }
}

/// The lines that arrive on a connection.
pub struct Lines {
    stream: TcpStream,
    arrived: lines::Lines,
}

impl Lines {
    /// Returns the next line without its end; nothing after the
    /// last one.
    ///
    /// # Errors
    ///
    /// If the connection breaks, or a line is not UTF-8.
    #[track_caller]
    pub fn next_line(
        &mut self,
    ) -> impl Future<Output = Result<Option<String>>> {
        let place = Location::caller();
        poll_fn(move |cx| self.poll_next(cx, place))
    }

    fn poll_next(
        &mut self,
        cx: &Context<'_>,
        place: &Location<'_>,
    ) -> Poll<Result<Option<String>>> {
        loop {
            if let Some(line) = self.arrived.next()? {
                return Poll::Ready(Ok(Some(line)));
            }
            let mut piece = [0; 1024];
            let read = self.stream.poll_read(cx, place, &mut piece);
            let length = ready!(read)?;
            if length == 0 {
                return Poll::Ready(self.arrived.rest());
            }
            self.arrived.add(&piece[..length]);
        }
    }
}
