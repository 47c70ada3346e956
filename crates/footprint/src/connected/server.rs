//! A server that greets, and speaks again when it is told to.

use std::{
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::mpsc::{self, Receiver, Sender},
    thread,
};

/// Holds connections, on a thread of its own; the same one for
/// both halves.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    wake: Sender<()>,
}

impl Server {
    /// Starts a server that takes `units` connections, and greets
    /// each with a message of `message` bytes.
    ///
    /// # Errors
    ///
    /// If the system gives no port.
    pub fn start(units: usize, message: usize) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let (wake, woken) = mpsc::channel();
        thread::spawn(move || {
            // When it fails it is gone, and with it all its ends
            // of connections: the units hear that.
            serve(&listener, units, message, &woken).ok();
        });
        Ok(Self { address, wake })
    }

    /// Returns where it can be reached.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Has it send one more byte to each; does not wait for that.
    pub fn wake_all(&self) {
        self.wake.send(()).ok();
    }
}

/// Greets `units` connections, waits, and wakes them all.
fn serve(
    listener: &TcpListener,
    units: usize,
    message: usize,
    woken: &Receiver<()>,
) -> io::Result<()> {
    let message = vec![b'.'; message];
    let mut streams = Vec::with_capacity(units);
    for _ in 0..units {
        let (mut stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        stream.write_all(&message)?;
        streams.push(stream);
    }
    woken.recv().ok();
    for stream in &mut streams {
        stream.write_all(b".")?;
    }
    Ok(())
}
