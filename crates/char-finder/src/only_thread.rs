//! The server, as one would write it who has only threads.

use std::io::{BufRead, BufReader, ErrorKind, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::{sync::Arc, thread};

use crate::{Finder, GREETING, MOST, PATIENCE, REST, Session};

/// Reads a line, or what has come of it when the server stops: no
/// wait is longer than `REST`, and then it looks at the flag.
fn read_line(
    stream: &mut BufReader<&TcpStream>,
    line: &mut Vec<u8>,
    stop: &AtomicBool,
) -> Result<()> {
    use ErrorKind::{TimedOut, WouldBlock};
    let is_late = |kind| matches!(kind, TimedOut | WouldBlock);
    while !stop.load(SeqCst) {
        let room = (MOST - line.len()) as u64;
        let mut stream = stream.by_ref().take(room);
        match stream.read_until(b'\n', line) {
            Err(error) if is_late(error.kind()) => {}
            read => return read.map(drop),
        }
    }
    Ok(())
}

/// Answers a client until one of both ends the session.
fn serve_client(
    stream: TcpStream,
    mut session: Session,
    stop: &AtomicBool,
) -> Result<()> {
    stream.set_nonblocking(false)?; // some take after the listener
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(REST))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(&stream);
    (&stream).write_all(GREETING.as_bytes())?;
    loop {
        read_line(&mut reader, session.room(), stop)?;
        let is_over = stop.load(SeqCst);
        let Some(answer) = session.answer(is_over) else { break };
        (&stream).write_all(answer.as_bytes())?;
    }
    let farewell = session.farewell(stop.load(SeqCst));
    (&stream).write_all(farewell.as_bytes())
}

/// Gives each client a thread until `stop` is set, and returns
/// when all sessions have ended.
///
/// # Errors
///
/// If the system does not let the listener look at the flag.
pub fn serve(
    listener: TcpListener,
    finder: &Arc<Finder>,
    stop: &AtomicBool,
) -> Result<()> {
    listener.set_nonblocking(true)?;
    thread::scope(|scope| {
        while !stop.load(SeqCst) {
            let Ok((mut stream, _)) = listener.accept() else {
                thread::sleep(REST);
                continue;
            };
            let Some(session) = Session::open(finder) else {
                stream.write_all(finder.refusal().as_bytes()).ok();
                continue;
            };
            let serving =
                move || serve_client(stream, session, stop);
            let unit = thread::Builder::new();
            unit.spawn_scoped(scope, serving).ok();
        }
        drop(listener);
    }); // the scope waits here for all sessions
    Ok(())
}
