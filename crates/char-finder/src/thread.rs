//! A line server: a thread for each connection.

use crate::Stop;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::{sync::Arc, thread, thread::JoinHandle};

use crate::{GREETING, MOST, PATIENCE, REST, Session, Settings};
use std::{io::Result, net::SocketAddr};

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    stop: Stop,
    unit: JoinHandle<()>,
}

/// Waits for a client, or for the end of the server.
fn accept(
    listener: &TcpListener,
    stop: &Stop,
) -> Option<Result<Arc<TcpStream>>> {
    let next = listener.accept(); // this thread waits
    let next = (!stop.is_cancelled()).then_some(next)?;
    Some(next.map(|(stream, _)| Arc::new(stream)))
}

/// Reads a line, or as much of it as there is room for.
fn read_line(
    stream: &mut BufReader<&TcpStream>,
    line: &mut Vec<u8>,
) -> Result<usize> {
    let mut stream = stream.take(MOST as u64);
    stream.read_until(b'\n', line) // this thread waits
}

/// Sends `text` to a client that must go on taking it.
fn send(mut stream: &TcpStream, text: &str) -> Result<()> {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        stream.set_write_timeout(Some(PATIENCE))?;
        let size = stream.write(rest)?; // this thread waits
        rest = &rest[size..];
    }
    Ok(())
}

/// Answers a client until one of both ends the session.
fn serve_client(
    stream: Arc<TcpStream>,
    mut session: Session,
    stop: Stop,
) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::with_capacity(MOST, &*stream);
    send(stream.get_ref(), GREETING)?;
    while !stop.is_cancelled() {
        let line = session.room();
        read_line(&mut stream, line)?; // `stop` ends the wait
        let is_over = stop.is_cancelled();
        let Some(answer) = session.answer(is_over) else { break };
        send(stream.get_ref(), &answer)?;
    }
    let farewell = session.farewell(stop.is_cancelled());
    send(stream.get_ref(), farewell)
}

/// Gives each client a thread, until the server stops.
fn serve(
    listener: TcpListener,
    Settings { finder, .. }: Settings,
    stop: Stop,
) {
    let mut units = Vec::new();
    while let Some(next) = accept(&listener, &stop) {
        let Ok(stream) = next else {
            thread::sleep(REST);
            continue;
        };
        let Some(session) = Session::open(&finder) else {
            send(&stream, &finder.refusal()).ok();
            continue;
        };
        let stop = stop.waking(&stream);
        let serving = move || serve_client(stream, session, stop);
        units.retain(|unit: &JoinHandle<_>| !unit.is_finished());
        units.extend(thread::Builder::new().spawn(serving));
    }
    drop(listener);
    for unit in units {
        unit.join().ok();
    }
}

impl Server {
    /// Starts a server.
    ///
    /// # Errors
    ///
    /// If the system gives it no address or no thread.
    pub fn start(settings: Settings) -> Result<Self> {
        let listener = TcpListener::bind(settings.address)?;
        let address = listener.local_addr()?;
        let stop = Stop::new(address);
        let its_stop = stop.clone();
        let serving = move || serve(listener, settings, its_stop);
        let unit = thread::Builder::new().spawn(serving)?;
        Ok(Self { address, stop, unit })
    }

    /// Stops the server; answers under way are finished, and a line
    /// that has not come whole gets none.
    pub fn shutdown(self) {
        self.stop.cancel();
        self.unit.join().ok(); // this thread waits
    }
}
