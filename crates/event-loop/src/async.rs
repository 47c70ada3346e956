//! When A happens, do B: a task waits for each A.

use std::io::Result;

use crate::runtime::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    task, time,
};

use crate::{Event, Kind, Log, Source, slow_function};

/// Waits for what happens at `source`, and tells `log`.
async fn wait_for(source: Source, log: Log) -> Result<()> {
    log.begins(&source);
    match source.kind {
        Kind::Timer { every, times } => {
            for number in 1..=times {
                time::sleep(every).await; // the loop runs others
                log.happened(format!("tick {number}"));
            }
        }
        Kind::Lines { address } => {
            let stream = TcpStream::connect(address).await?;
            let mut lines = BufReader::new(stream).lines();
            while let Some(line) = lines.next_line().await? {
                log.happened(line);
            }
        }
        Kind::Thread { work } => {
            let work = move || slow_function(work);
            let answer = task::spawn_blocking(work).await;
            log.happened(answer?);
        }
        Kind::Child { mut child } => {
            let exit = task::spawn_blocking(move || child.wait());
            log.happened(exit.await??);
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
/// Outside a running loop.
pub async fn serve(
    sources: Vec<Source>,
    log: &Log,
) -> Result<Vec<Event>> {
    let start = |source: Source| {
        let log = log.of(source.name);
        task::spawn(wait_for(source, log))
    };
    let units: Vec<_> = sources.into_iter().map(start).collect();
    for unit in units {
        unit.await??;
    }
    Ok(log.events())
}
