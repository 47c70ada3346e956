//! A client, as the world outside has them: it blocks, and is the
//! same for both halves.

use std::{
    io::{self, BufRead, BufReader, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    time::Duration,
};

/// How long a client waits for a server at the most.
const PATIENCE: Duration = Duration::from_secs(60);

/// Someone who types words.
#[derive(Debug)]
pub struct Client(BufReader<TcpStream>);

impl Client {
    /// Connects to a server.
    ///
    /// # Errors
    ///
    /// If nobody listens there.
    pub fn connect(server: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect(server)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        Ok(Self(BufReader::new(stream)))
    }

    /// Sends what was typed; a line ends with `\n`.
    ///
    /// # Errors
    ///
    /// If the server has gone.
    pub fn send(&mut self, typed: &[u8]) -> io::Result<()> {
        self.0.get_mut().write_all(typed)
    }

    /// Ends the input: nothing more will be typed.
    ///
    /// # Errors
    ///
    /// If the server has gone.
    pub fn end_input(&self) -> io::Result<()> {
        self.0.get_ref().shutdown(Shutdown::Write)
    }

    /// Waits for a line; it is empty when the server has closed.
    ///
    /// # Errors
    ///
    /// If the server has gone, or says nothing for a minute.
    pub fn line(&mut self) -> io::Result<String> {
        let mut line = String::new();
        self.0.read_line(&mut line)?;
        line.truncate(line.trim_end().len());
        Ok(line)
    }

    /// Waits for an answer: some characters, and a last line that
    /// is none.
    ///
    /// # Errors
    ///
    /// As [`line`](Self::line).
    pub fn answer(&mut self) -> io::Result<Vec<String>> {
        let mut lines = vec![self.line()?];
        while lines.last().is_some_and(|it| it.starts_with("U+")) {
            lines.push(self.line()?);
        }
        Ok(lines)
    }

    /// Sends a line and waits for its answer.
    ///
    /// # Errors
    ///
    /// As [`line`](Self::line).
    pub fn ask(&mut self, line: &str) -> io::Result<Vec<String>> {
        self.send(format!("{line}\n").as_bytes())?;
        self.answer()
    }
}
