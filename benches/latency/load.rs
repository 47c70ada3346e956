//! Clients whose questions come when they come: nobody waits for an
//! answer before the next one asks.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::SocketAddr,
    thread,
    time::{Duration, Instant},
};

use hdrhistogram::Histogram;
use mio::{Events, Interest, Poll, Token, net::TcpStream};

use crate::support::lines::QUESTION;

/// How long the last answers may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest latency that is told apart, in microseconds.
const MOST_US: u64 = 60_000_000;

/// As many lines make an answer: a character, and how many.
const ANSWER_LINES: usize = 2;

/// What clients ask in a run: how often, and which of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Load {
    /// Connections that are open.
    pub(crate) connections: usize,
    /// Connections that ask; the others say nothing.
    pub(crate) asking: usize,
    /// Questions a second, of all clients together.
    pub(crate) rate: u32,
    /// How long they go on asking.
    pub(crate) time: Duration,
    /// Decides when they come, and of whom.
    pub(crate) seed: u64,
}

/// What clients saw in a run.
#[derive(Debug)]
pub(crate) struct Seen {
    /// How long answers took, from when their question was due, in
    /// microseconds.
    pub(crate) latencies: Histogram<u64>,
    /// How late questions were sent, in microseconds. That is this
    /// program's fault, and part of the latencies.
    pub(crate) lateness: Histogram<u64>,
    /// From the start to the last answer.
    pub(crate) took: Duration,
}

/// A question: when it is due, and whose it is.
type Question = (Duration, usize);

impl Load {
    /// Returns all questions, in their order: the same ones each
    /// time. The gaps between them are those of chance: many short
    /// ones, a few long ones, as when clients know nothing of each
    /// other (a Poisson process).
    fn questions(self) -> Vec<Question> {
        let mut numbers = Numbers(self.seed);
        let mut due = Duration::ZERO;
        let mut questions = Vec::new();
        loop {
            let chance = 1.0 - numbers.next();
            let gap = -chance.ln() / f64::from(self.rate);
            due += Duration::from_secs_f64(gap);
            if due > self.time {
                return questions;
            }
            let client = numbers.next() * self.asking as f64;
            questions.push((due, client as usize));
        }
    }
}

/// Numbers from 0 up to 1, which seem to be random.
///
/// # Source
///
/// SplitMix64, by G. L. Steele, D. Lea and C. H. Flood (2014).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30))
            .wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27))
            .wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (mixed >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// All clients of a server, connected.
pub(crate) struct Clients {
    /// To send by: a thread that sleeps until a question is due.
    senders: Vec<std::net::TcpStream>,
    /// To receive by: the same connections, all at once.
    receivers: Vec<TcpStream>,
    poll: Poll,
}

impl Clients {
    /// Connects so many clients.
    ///
    /// # Errors
    ///
    /// If the server or the system refuses one.
    pub(crate) fn connect(
        server: SocketAddr,
        connections: usize,
    ) -> io::Result<Self> {
        let poll = Poll::new()?;
        let mut senders = Vec::new();
        let mut receivers = Vec::new();
        for number in 0..connections {
            let mut stream = std::net::TcpStream::connect(server)?;
            stream.set_nodelay(true)?;
            let mut greeting = [0; char_finder::GREETING.len()];
            stream.read_exact(&mut greeting)?;
            stream.set_nonblocking(true)?;
            let mut receiver =
                TcpStream::from_std(stream.try_clone()?);
            poll.registry().register(
                &mut receiver,
                Token(number),
                Interest::READABLE,
            )?;
            senders.push(stream);
            receivers.push(receiver);
        }
        Ok(Self { senders, receivers, poll })
    }

    /// Asks as `load` says, and waits for all answers.
    ///
    /// # Errors
    ///
    /// If the server closes a connection, or does not keep up.
    pub(crate) fn run(&mut self, load: Load) -> io::Result<Seen> {
        let questions = load.questions();
        let (senders, receivers) =
            (&self.senders, &mut self.receivers);
        let poll = &mut self.poll;
        let start = Instant::now();
        thread::scope(|scope| {
            let sending =
                scope.spawn(|| send(senders, &questions, start));
            let mut seen =
                receive(poll, receivers, &questions, start)?;
            let sent = sending.join().expect("sending ends");
            seen.lateness = sent?;
            Ok(seen)
        })
    }
}

fn histogram() -> Histogram<u64> {
    Histogram::new_with_max(MOST_US, 3).expect("valid bounds")
}

fn micros(duration: Duration) -> u64 {
    (duration.as_micros() as u64).min(MOST_US)
}

/// Sends each question when it is due; returns how late that was.
fn send(
    clients: &[std::net::TcpStream],
    questions: &[Question],
    start: Instant,
) -> io::Result<Histogram<u64>> {
    let question = format!("{QUESTION}\n");
    let mut lateness = histogram();
    for &(due, client) in questions {
        let left = due.saturating_sub(start.elapsed());
        if !left.is_zero() {
            thread::sleep(left);
        }
        (&clients[client]).write_all(question.as_bytes())?;
        let late = start.elapsed().saturating_sub(due);
        lateness.saturating_record(micros(late));
    }
    Ok(lateness)
}

/// Receives all answers. A connection's answers come in the order
/// of its questions.
fn receive(
    poll: &mut Poll,
    clients: &mut [TcpStream],
    questions: &[Question],
    start: Instant,
) -> io::Result<Seen> {
    let mut open: Vec<Vec<Duration>> =
        vec![Vec::new(); clients.len()];
    for &(due, client) in questions.iter().rev() {
        open[client].push(due);
    }
    let mut lines = vec![0; clients.len()];
    let mut latencies = histogram();
    let mut left = questions.len();
    let mut events = Events::with_capacity(1024);
    let mut buffer = vec![0; 64 * 1024];
    let last_due = questions.last().map(|(due, _)| *due);
    let deadline = last_due.unwrap_or_default() + PATIENCE;
    while left > 0 {
        let rest = deadline.saturating_sub(start.elapsed());
        if rest.is_zero() {
            let told = format!("{left} answers are missing");
            return Err(io::Error::new(ErrorKind::TimedOut, told));
        }
        poll.poll(&mut events, Some(rest))?;
        for event in &events {
            let client = event.token().0;
            let new = new_lines(&mut clients[client], &mut buffer)?;
            let now = start.elapsed();
            lines[client] += new;
            while lines[client] >= ANSWER_LINES {
                lines[client] -= ANSWER_LINES;
                let due = open[client].pop();
                let due = due.ok_or(ErrorKind::InvalidData)?;
                let latency = now.saturating_sub(due);
                latencies.saturating_record(micros(latency));
                left -= 1;
            }
        }
    }
    let (took, lateness) = (start.elapsed(), histogram());
    Ok(Seen { latencies, lateness, took })
}

/// Reads all that is there; returns how many lines end in it.
fn new_lines(
    client: &mut TcpStream,
    buffer: &mut [u8],
) -> io::Result<usize> {
    let mut lines = 0;
    loop {
        match client.read(buffer) {
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(size) => {
                let read = buffer[..size].iter();
                lines += read.filter(|it| **it == b'\n').count();
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                return Ok(lines);
            }
            Err(error) => return Err(error),
        }
    }
}
