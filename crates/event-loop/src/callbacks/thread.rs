//! When A happens, call B: a thread for each A calls it.

use std::{io::Result, time::Duration};

use super::threads::Callbacks; // a thread waits, then calls
use crate::{Event, Kind, Log, Source, slow_function};

/// Ticks after `every`, and asks to be called back for the rest.
fn tick(
    callbacks: &Callbacks,
    log: Log,
    (every, times): (Duration, u32),
    number: u32,
) {
    callbacks.after(every, move |callbacks| {
        log.happened(format!("tick {number}"));
        if number < times {
            tick(callbacks, log, (every, times), number + 1);
        }
    });
}

/// Hands out what is to be called when something happens at
/// `sources`; returns what happened.
///
/// # Errors
///
/// If a connection breaks.
pub fn serve(
    sources: Vec<Source>,
    log: &Log,
) -> Result<Vec<Event>> {
    let callbacks = Callbacks::new();
    for Source { name, kind } in sources {
        let log = log.of(name);
        match kind {
            Kind::Timer { every, times } => {
                tick(&callbacks, log, (every, times), 1);
            }
            Kind::Lines { address } => {
                let told = move |line| log.happened(line);
                callbacks.on_line(address, told)?;
            }
            Kind::Thread { work } => {
                let work = move || slow_function(work);
                let told = move |answer| log.happened(answer);
                callbacks.on_result(work, told);
            }
            Kind::Child { mut child } => {
                let work = move || child.wait();
                // An error has no caller to go to: it is told.
                let told = move |exit| match exit {
                    Ok(status) => log.happened(status),
                    Err(error) => log.happened(error),
                };
                callbacks.on_result(work, told);
            }
        }
    }
    callbacks.run()?;
    Ok(log.events())
}
