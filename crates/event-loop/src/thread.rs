//! When A happens, do B: a thread waits for each A.

use std::io::Result;

use std::{
    io::{BufRead, BufReader},
    net::TcpStream,
    thread,
};

use crate::{Event, Kind, Log, Source, slow_function};

/// Waits for what happens at `source`, and tells `log`.
fn wait_for(source: Source, log: Log) -> Result<()> {
    log.begins(&source);
    match source.kind {
        Kind::Timer { every, times } => {
            for number in 1..=times {
                thread::sleep(every); // this thread sleeps
                log.happened(format!("tick {number}"));
            }
        }
        Kind::Lines { address } => {
            let stream = TcpStream::connect(address)?;
            let mut lines = BufReader::new(stream).lines();
            while let Some(line) = lines.next().transpose()? {
                log.happened(line);
            }
        }
        Kind::Thread { work } => {
            let work = move || slow_function(work);
            let answer = thread::spawn(work).join();
            log.happened(answer.expect("it returns"));
        }
        Kind::Child { mut child } => {
            let exit = child.wait();
            log.happened(exit?);
        }
    }
    Ok(())
}

/// Waits for all `sources` at once; returns what happened.
///
/// # Errors
///
/// If a connection breaks, or a process cannot be waited for.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn serve(
    sources: Vec<Source>,
    log: &Log,
) -> Result<Vec<Event>> {
    let start = |source: Source| {
        let log = log.of(source.name);
        thread::spawn(move || wait_for(source, log))
    };
    let units: Vec<_> = sources.into_iter().map(start).collect();
    for unit in units {
        unit.join().expect("no source panics")?;
    }
    Ok(log.events())
}
