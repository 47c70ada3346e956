//! Threads that wait for a connection.

use crossbeam_channel::{self as channel, Sender};
use std::io::{Read, Result};
use std::{net::TcpStream, thread};

use super::Server;
use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Reads a message of `size` bytes, tells that it waits, waits for
/// one byte more, and tells that it was woken.
fn wait(
    mut stream: TcpStream,
    size: usize,
    (waits, woken): (Tell, Sender<()>),
) -> Result<()> {
    let mut buffer = vec![0; size];
    stream.read_exact(&mut buffer)?; // this thread waits
    waits.tell();
    stream.read_exact(&mut buffer[..1])?; // this thread waits
    drop(woken);
    Ok(())
}

/// Lets `units` wait for `server` at the same time, has them all
/// woken, and returns how many were joined.
///
/// # Errors
///
/// If a connection fails.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn supervisor(
    units: usize,
    size: usize,
    server: &Server,
    meter: &mut Meter,
) -> Result<usize> {
    let (waits, all_wait) = channel::bounded::<()>(1);
    let waits = meter.tell(waits);
    let (woken, all_woken) = channel::bounded::<()>(1);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let stream = TcpStream::connect(server.address())?;
        stream.peek(&mut [0])?; // until the server has it
        let tells = (waits.clone(), woken.clone());
        handles.push(thread::spawn(move || {
            wait(stream, size, tells) // beside this thread
        }));
    }
    drop((waits, woken));
    all_wait.recv().ok(); // this thread waits for all
    meter.all_wait();
    server.wake_all();
    all_woken.recv().ok(); // this thread waits for all
    meter.all_woken();
    let mut joined = 0;
    for handle in handles {
        handle.join().expect(NO_PANIC)?;
        joined += 1;
    }
    Ok(joined)
}
