//! With threads alone: they wait, and one loop hears of it all.

use std::{
    io::{BufRead, BufReader, Result},
    net::TcpStream,
    sync::mpsc::{self, SyncSender},
    thread,
};

use crate::{Event, Kind, Log, Source, slow_function};

/// How many events may lie unread before a thread has to wait.
const UNREAD: usize = 16;

/// Waits for what happens at `source`, and sends it.
fn wait_for(
    source: Source,
    sender: &SyncSender<(&'static str, String)>,
) -> Result<()> {
    let happened = |what: String| {
        // It fails only if the loop that reads has panicked.
        sender.send((source.name, what)).ok();
    };
    match source.kind {
        Kind::Timer { every, times } => {
            for number in 1..=times {
                thread::sleep(every);
                happened(format!("tick {number}"));
            }
        }
        Kind::Lines { address } => {
            let stream = TcpStream::connect(address)?;
            for line in BufReader::new(stream).lines() {
                happened(line?);
            }
        }
        // This thread has nothing else to do: a plain call.
        Kind::Thread { work } => {
            happened(slow_function(work).to_string());
        }
        Kind::Child { mut child } => {
            happened(child.wait()?.to_string());
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
    let (sender, events) = mpsc::sync_channel(UNREAD);
    let start = |source: Source| {
        log.of(source.name).begins(&source);
        let sender = sender.clone();
        thread::spawn(move || wait_for(source, &sender))
    };
    let units: Vec<_> = sources.into_iter().map(start).collect();
    drop(sender); // so that the loop ends with the last thread
    for (source, what) in events {
        log.of(source).happened(what);
    }
    for unit in units {
        unit.join().expect("no source panics")?;
    }
    Ok(log.events())
}
