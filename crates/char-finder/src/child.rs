//! This program, started again as a child of itself: a server
//! alone, whose memory, threads and end are nobody else's.

use std::{
    env, fmt,
    io::{self, BufRead, BufReader, Read},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    str::FromStr,
    sync::Arc,
};

use lesson::say;

use crate::{Finder, Index, Unit, costs::Costs, host};

/// The variable that tells a child which part it plays.
const PART: &str = "CHAR_FINDER_PART";

/// What a child is to do, whatever its command line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// How many seats it has.
    pub seats: usize,
    /// How many characters it shows for a query.
    pub most_lines: usize,
    /// Whether it shuts down the right way.
    pub is_right: bool,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seats, most_lines, is_right } = self;
        write!(f, "{seats} {most_lines} {is_right}")
    }
}

/// The text is no part of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPart;

impl FromStr for Part {
    type Err = NoPart;

    fn from_str(text: &str) -> Result<Self, NoPart> {
        let mut words = text.split(' ');
        let mut next = || words.next().ok_or(NoPart);
        let (seats, lines, right) = (next()?, next()?, next()?);
        Ok(Self {
            seats: seats.parse().map_err(|_| NoPart)?,
            most_lines: lines.parse().map_err(|_| NoPart)?,
            is_right: right.parse().map_err(|_| NoPart)?,
        })
    }
}

impl Part {
    /// Returns the part that this process was started for, if it
    /// is a child.
    pub fn of_this_process() -> Option<Self> {
        env::var(PART).ok()?.parse().ok()
    }

    /// Plays the part: serves until the input ends, shuts down,
    /// and returns; so does its `main` then.
    ///
    /// # Errors
    ///
    /// If the system gives it no port, no thread or no runtime.
    pub fn play(self, unit: Unit) -> io::Result<()> {
        let index = Arc::new(Index::new());
        let finder =
            Finder::new(index, self.most_lines, self.seats);
        let finder = Arc::new(finder);
        let server = if self.is_right {
            host::start(unit, 0, &finder)?
        } else {
            host::start_wrong(unit, &finder)?
        };
        say!("{}", server.address);
        io::stdin().lock().read_to_end(&mut Vec::new())?;
        server.shutdown();
        Ok(())
    }
}

/// A server in a process of its own, which ends when this is
/// dropped.
#[derive(Debug)]
pub struct ChildServer {
    /// Where it listens.
    pub address: SocketAddr,
    child: Child,
}

impl ChildServer {
    /// Starts `program` as a child that plays `part`.
    ///
    /// # Errors
    ///
    /// If it does not start, or does not say where it listens.
    pub fn start(program: &Path, part: Part) -> io::Result<Self> {
        let mut child = Command::new(program);
        Self::of(child.env(PART, part.to_string()))
    }

    /// Starts a `program` that says where it listens, and serves
    /// until its input ends.
    ///
    /// # Errors
    ///
    /// If it does not start, or does not say that.
    pub fn of(program: &mut Command) -> io::Result<Self> {
        let mut child = program
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(output) = child.stdout.take() {
            BufReader::new(output).read_line(&mut line)?;
        }
        let address = line.trim().parse().map_err(|_| {
            io::Error::other("the child process has not begun")
        })?;
        Ok(Self { address, child })
    }

    /// Returns what it costs now, if the system tells.
    pub fn costs(&self) -> Option<Costs> {
        Costs::of(self.child.id())
    }

    /// Asks it to shut down: it waits for the end of its input.
    pub fn ask_to_stop(&mut self) {
        drop(self.child.stdin.take());
    }

    /// Tells whether the process is gone.
    ///
    /// # Errors
    ///
    /// If the system does not tell.
    pub fn has_ended(&mut self) -> io::Result<bool> {
        Ok(self.child.try_wait()?.is_some())
    }

    /// Waits until the process is gone.
    ///
    /// # Errors
    ///
    /// If the system does not tell.
    pub fn wait(&mut self) -> io::Result<ExitStatus> {
        self.child.wait()
    }
}

impl Drop for ChildServer {
    fn drop(&mut self) {
        self.ask_to_stop();
        self.wait().ok();
    }
}
