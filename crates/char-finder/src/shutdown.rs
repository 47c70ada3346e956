//! Step `shutdown`: the server ends while an answer is under way.
//!
//! It takes no new clients, finishes the answer, tells and closes
//! the sessions that wait for a line, and waits until all units
//! have ended. The pair is the server itself: read what
//! [`Stop`](crate::Stop) does to wake a thread that is blocked in
//! the system, and what `run_until_cancelled` does for a task.
//!
//! How does an answer come to be under way for long? Its client
//! asks for all characters and reads one line: then the buffers of
//! the system are full before all of it is written.
//!
//! The server is a child process, whose `main` returns when
//! `shutdown` has: what is not written by then is lost.

use std::{io, net::SocketAddr, path::Path};

use crate::{
    Client,
    child::{ChildServer, Part},
};

pub mod cut;
pub mod left;

/// A query without words: it finds all characters, 6 MB of text.
const ALL: &str = "-";

/// A server that was told to stop while it answers a client.
#[derive(Debug)]
pub struct Ending {
    /// The server.
    pub server: ChildServer,
    /// What the idle client was told.
    pub told: String,
    /// Whether a client that came late was served.
    pub late_was_served: bool,
    /// Asked for all characters, and has read one.
    reader: Client,
}

/// What the client got whose answer was under way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Got {
    /// How many characters.
    pub characters: usize,
    /// The last line, if it is complete.
    pub farewell: String,
}

/// Starts `program` as a server, the wrong one or the right one,
/// and stops it while it answers.
///
/// # Errors
///
/// If the system refuses what that needs.
pub fn begin(program: &Path, is_right: bool) -> io::Result<Ending> {
    let part = Part { seats: 3, most_lines: usize::MAX, is_right };
    let mut server = ChildServer::start(program, part)?;
    let mut reader = Client::connect(server.address)?;
    let mut idle = Client::connect(server.address)?;
    reader.line()?;
    idle.line()?;
    reader.send(format!("{ALL}\n").as_bytes())?;
    reader.line()?;
    server.ask_to_stop();
    let told = idle.line()?;
    let late_was_served = is_served(server.address);
    Ok(Ending { server, told, late_was_served, reader })
}

/// Tells whether a new client gets its greeting.
fn is_served(server: SocketAddr) -> bool {
    let client = Client::connect(server);
    let greeting = client.and_then(|mut client| client.line());
    greeting.is_ok_and(|line| !line.is_empty())
}

impl Ending {
    /// Lets the client read on, to the end of what is sent.
    pub fn read_on(&mut self) -> Got {
        // The first line has arrived already.
        let mut got =
            Got { characters: 1, farewell: String::new() };
        while let Ok(line) = self.reader.line() {
            if line.is_empty() {
                break;
            }
            got.characters += usize::from(line.starts_with("U+"));
            if line.ends_with("Bye.") {
                got.farewell = line;
            }
        }
        got
    }
}
