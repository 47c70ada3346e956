//! A few bytes to a server, and back.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    thread,
    time::{Duration, Instant},
};

use super::Probe;
use crate::Nanoseconds;

/// What a client says, and what it hears.
const MESSAGE: [u8; 8] = *b"latency?";

/// If nothing comes in this time, nothing will.
const PATIENCE: Duration = Duration::from_secs(30);

/// Asks a server on this machine, which takes `delay` to answer,
/// again and again on one connection.
///
/// # Errors
///
/// If there can be no server, or no connection.
pub fn trip(delay: Duration, trips: usize) -> Probe {
    let mut server = connect(delay)?;
    Ok(Box::new(move || {
        let start = Instant::now();
        for _ in 0..trips {
            server.write_all(&MESSAGE)?;
            server.read_exact(&mut [0; MESSAGE.len()])?;
        }
        Ok(Nanoseconds::each(start.elapsed(), trips))
    }))
}

/// Starts a server for one client, and connects to it. The server
/// ends when the client leaves.
fn connect(delay: Duration) -> io::Result<TcpStream> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;
    for end in [&client, &server] {
        // A small message leaves at once.
        end.set_nodelay(true)?;
    }
    client.set_read_timeout(Some(PATIENCE.max(delay * 2)))?;
    thread::Builder::new().spawn(move || serve(server, delay))?;
    Ok(client)
}

/// Answers each message by the same, after `delay`.
fn serve(mut client: TcpStream, delay: Duration) -> io::Result<()> {
    let mut message = [0; MESSAGE.len()];
    loop {
        client.read_exact(&mut message)?;
        if !delay.is_zero() {
            thread::sleep(delay);
        }
        client.write_all(&message)?;
    }
}
