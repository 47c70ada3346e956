//! # One client after the other
//!
//! A server of lines: who sends a word gets the character of that
//! name. Tried with one client, it works. But then Ann types `sna`
//! and thinks, and Bob, who has sent a whole line, gets no answer
//! for as long as Ann thinks.
//!
//! Mend `serve`: a client that takes its time keeps nobody waiting
//! but itself, however many such clients there are.

use std::{
    io::{BufRead, BufReader, Read, Result, Write},
    net::{TcpListener, TcpStream},
    thread,
    time::Duration,
};

/// The most bytes of a line, its end included.
const MOST: usize = 256;

const CHARACTERS: [&str; 3] =
    ["U+1F40C SNAIL", "U+1F99A PEACOCK", "U+1F408 CAT"];

/// Returns the character whose name is `word`, as a line.
fn find(word: &str) -> String {
    let name = word.trim().to_uppercase();
    let mut found = CHARACTERS.into_iter();
    let found = found.find(|it| it.ends_with(&format!(" {name}")));
    format!("{}\n", found.unwrap_or("no character"))
}

// As in crates/char-finder/src/thread.rs:
/// Reads a line, or as much of it as there is room for.
fn read_line(
    stream: &mut BufReader<&TcpStream>,
    line: &mut Vec<u8>,
) -> Result<usize> {
    let mut stream = stream.take(MOST as u64);
    stream.read_until(b'\n', line) // this thread waits
}
// (end of what the lesson has)

/// Answers a client, line by line, until it leaves.
fn serve_client(stream: TcpStream) -> Result<()> {
    let mut reader = BufReader::new(&stream);
    let mut line = Vec::new();
    while read_line(&mut reader, &mut line)? > 0 {
        let answer = find(&String::from_utf8_lossy(&line));
        (&stream).write_all(answer.as_bytes())?;
        line.clear();
    }
    Ok(())
}

/// Lets clients in, and serves them.
fn serve(listener: &TcpListener) -> Result<()> {
    for client in listener.incoming() {
        let client = client?;
        // It waits for its client alone; this one lets others in.
        thread::spawn(move || serve_client(client));
    }
    Ok(())
}

/// Starts a server; returns a function that connects to it, sends
/// some text and returns the connection.
fn start() -> Result<impl Fn(&str) -> Result<TcpStream>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = listener.local_addr()?;
    thread::spawn(move || serve(&listener));
    Ok(move |text: &str| {
        let mut client = TcpStream::connect(address)?;
        client.set_read_timeout(Some(Duration::from_secs(2)))?;
        client.write_all(text.as_bytes())?;
        Ok(client)
    })
}

/// Waits for a line of the server, for two seconds at the most.
fn answer(client: &TcpStream) -> Result<String> {
    let mut line = Vec::new();
    read_line(&mut BufReader::new(client), &mut line)?;
    Ok(String::from_utf8_lossy(line.trim_ascii()).into_owned())
}

fn main() -> Result<()> {
    let connect = start()?;
    let _ann = connect("sna")?;
    let bob = connect("peacock\n")?;
    bob.set_read_timeout(Some(Duration::from_millis(500)))?;
    match answer(&bob) {
        Ok(line) => println!("Bob's answer: {line}"),
        Err(_) => println!("Ann thinks, and Bob has no answer."),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn who_thinks_keeps_nobody_else_waiting() {
        let connect = start().expect("a server");
        let slow = [0; 20].map(|_| connect("sna").expect("Ann"));
        let quick = connect("peacock\n").expect("Bob");
        let Ok(line) = answer(&quick) else {
            panic!(
                "Bob has sent a whole line, and no answer came in \
                 2 s: the server waits for a client who thinks, \
                 and serves nobody else meanwhile"
            );
        };
        assert_eq!(line, "U+1F99A PEACOCK", "Bob's answer");
        for mut client in slow {
            client.write_all(b"il\n").expect("the server reads on");
            let line = answer(&client).expect("an answer in 2 s");
            assert_eq!(
                line, "U+1F40C SNAIL",
                "Ann has typed the rest of her word"
            );
        }
    }
}
