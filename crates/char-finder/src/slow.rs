//! Step `slow`: many clients that type one byte a second, and one
//! that is quick.

use std::{
    env, io, thread,
    time::{Duration, Instant},
};

use crate::{
    Client,
    child::{ChildServer, Part},
    costs::Costs,
};

/// What each slow client types, a byte at a time.
pub const WORD: &str = "ox\n";

/// How many words the quick client asks for while each slow one
/// types a byte.
pub const QUESTIONS: u32 = 25;

/// A server with its slow clients, which have said nothing yet.
#[derive(Debug)]
pub struct Crowd {
    server: ChildServer,
    slow: Vec<Client>,
    quick: Client,
    /// What the server cost before the slow clients came.
    pub before: Option<Costs>,
    /// What it costs with them.
    pub with_all: Option<Costs>,
}

/// What the quick client saw while each slow one typed a byte.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// How many answers it got.
    pub answers: usize,
    /// How long it waited for one, at the most.
    pub slowest: Duration,
}

impl Crowd {
    /// Starts a server that has a seat for each of `clients` slow
    /// clients and one for the quick one, and connects them all.
    ///
    /// # Errors
    ///
    /// If the system refuses a process or a connection.
    pub fn gather(clients: usize) -> io::Result<Self> {
        let seats = clients + 1;
        let part = Part { seats, most_lines: 10, is_right: true };
        let program = env::current_exe()?;
        let server = ChildServer::start(&program, part)?;
        let mut quick = Client::connect(server.address)?;
        quick.line()?;
        quick.ask("snail")?;
        let before = server.costs();
        let mut slow = Vec::new();
        for _ in 0..clients {
            let mut client = Client::connect(server.address)?;
            client.line()?;
            slow.push(client);
        }
        let with_all = server.costs();
        Ok(Self { server, slow, quick, before, with_all })
    }

    /// Lets each slow client type `byte`, and the quick one ask
    /// again and again for as long as `pace`.
    ///
    /// # Errors
    ///
    /// If the server refuses one of them.
    pub fn round(
        &mut self,
        byte: u8,
        pace: Duration,
    ) -> io::Result<Seen> {
        for client in &mut self.slow {
            client.send(&[byte])?;
        }
        let mut seen = Seen::default();
        for _ in 0..QUESTIONS {
            thread::sleep(pace / QUESTIONS);
            let asked = Instant::now();
            let lines = self.quick.ask("snail")?;
            let waited = asked.elapsed();
            seen.slowest = seen.slowest.max(waited);
            seen.answers += usize::from(lines.len() > 1);
        }
        Ok(seen)
    }

    /// Returns how many slow clients have their answer, when all
    /// have typed their word.
    ///
    /// # Errors
    ///
    /// If the server has gone.
    pub fn answered(&mut self) -> io::Result<usize> {
        let mut answered = 0;
        for client in &mut self.slow {
            let lines = client.answer()?;
            answered += usize::from(lines.len() > 1);
        }
        Ok(answered)
    }

    /// Returns what one client more is told.
    ///
    /// # Errors
    ///
    /// If it cannot connect.
    pub fn one_more(&self) -> io::Result<String> {
        Client::connect(self.server.address)?.line()
    }
}
