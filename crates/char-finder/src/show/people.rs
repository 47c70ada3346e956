//! Clients with a name, whose talk is printed.

use std::{io, net::SocketAddr};

use lesson::say;

use crate::Client;

/// The most columns of what a person types or reads.
const WIDTH: usize = 72;

/// A client with a name.
pub(crate) struct Person {
    name: char,
    client: Client,
}

impl Person {
    /// Connects, and prints what the server says first.
    pub(crate) fn connect(
        name: char,
        server: SocketAddr,
    ) -> io::Result<Self> {
        let client = Client::connect(server)?;
        let mut person = Self { name, client };
        person.reads()?;
        Ok(person)
    }

    /// Sends a part of a line, or all of it.
    pub(crate) fn types(&mut self, text: &str) -> io::Result<()> {
        let shown = text.replace('\n', "⏎").replace('\x04', "^D");
        say!("{} > {shown}", self.name);
        self.client.send(text.as_bytes())
    }

    /// Ends the input.
    pub(crate) fn hangs_up(&self) -> io::Result<()> {
        say!("{} > (end of input)", self.name);
        self.client.end_input()
    }

    /// Waits for an answer and prints it.
    pub(crate) fn reads(&mut self) -> io::Result<Vec<String>> {
        let answer = self.client.answer()?;
        for line in &answer {
            let line = match line.as_str() {
                "" => "(closed)",
                line => line,
            };
            let line = line.chars().take(WIDTH).collect::<String>();
            say!("{}   {line}", self.name);
        }
        Ok(answer)
    }

    /// Waits until the server has closed, and tells whether it has.
    pub(crate) fn is_closed(&mut self) -> io::Result<bool> {
        Ok(self.client.line()?.is_empty())
    }
}
