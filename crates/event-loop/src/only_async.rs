//! With tasks alone: a set owns them, and ends them with itself.

use std::{io::Result, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    task::{self, JoinSet},
    time::{self, Instant},
};

use crate::{Event, Kind, Log, Source, slow_function};

/// Ticks by the clock: a late tick does not delay the next ones.
async fn tick(every: Duration, times: u32, log: &Log) {
    let mut clock =
        time::interval_at(Instant::now() + every, every);
    for number in 1..=times {
        clock.tick().await;
        log.happened(format!("tick {number}"));
    }
}

/// Waits for what happens at `source`, and tells `log`.
async fn wait_for(source: Source, log: Log) -> Result<()> {
    log.begins(&source);
    match source.kind {
        Kind::Timer { every, times } => {
            tick(every, times, &log).await;
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
            log.happened(task::spawn_blocking(work).await?);
        }
        Kind::Child { mut child } => {
            let exit = move || child.wait();
            log.happened(task::spawn_blocking(exit).await??);
        }
    }
    Ok(())
}

/// Waits for all `sources` at once; returns what happened. The
/// first that fails ends all others.
///
/// # Errors
///
/// If a connection breaks, or a process cannot be waited for.
///
/// # Panics
///
/// Outside tokio's runtime, and if a timer ticks all the time.
pub async fn serve(
    sources: Vec<Source>,
    log: &Log,
) -> Result<Vec<Event>> {
    let mut units = JoinSet::new();
    for source in sources {
        let log = log.of(source.name);
        units.spawn(wait_for(source, log));
    }
    while let Some(end) = units.join_next().await {
        end??; // left early, the set aborts whoever is in it
    }
    Ok(log.events())
}
