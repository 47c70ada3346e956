//! A thread that reads hears of nothing else.

use std::io::{Read, Result};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::{thread, time::Instant};

use crate::{Plan, Seen, ways::silent_peer};

/// Reads, until it is told to stop.
fn read(mut stream: TcpStream, stop: &AtomicBool) {
    while !stop.load(Relaxed) {
        let read = stream.read(&mut [0]); // this thread waits, deaf
        if let Ok(0) = read {
            return;
        }
    }
}

/// Stops a thread in a read that has nothing to give: it hears of
/// it when the read reaches its own time limit.
///
/// # Errors
///
/// If the system makes no connection to itself.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn stopped(plan: &Plan) -> Result<Seen> {
    let job = plan.quiet_job();
    let (stream, _peer) = silent_peer()?;
    stream.set_read_timeout(Some(plan.limit))?;
    let stop = Arc::new(AtomicBool::new(false));
    let its_stop = stop.clone();
    let unit = thread::spawn(move || read(stream, &its_stop));
    thread::sleep(plan.after); // main waits, the thread reads
    let asked = Instant::now();
    stop.store(true, Relaxed);
    unit.join().expect("the reading panicked"); // main waits
    Ok(Seen::since(asked, &job))
}
