//! A server that greets, and speaks again when it is told to.

use std::{
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

/// Holds connections, on a thread of its own; the same one for
/// both halves.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    wake: Sender<()>,
    connected: Arc<AtomicUsize>,
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
        let connected = Arc::new(AtomicUsize::new(0));
        let count = connected.clone();
        thread::spawn(move || {
            // When it fails it is gone, and with it all its ends
            // of connections: the units hear that.
            serve(&listener, units, message, &count, &woken).ok();
        });
        Ok(Self { address, wake, connected })
    }

    /// Returns where it can be reached.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns how many connections it has greeted; it closes none
    /// before all are woken.
    pub fn connected(&self) -> usize {
        self.connected.load(SeqCst)
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
    connected: &AtomicUsize,
    woken: &Receiver<()>,
) -> io::Result<()> {
    let message = vec![b'.'; message];
    let mut streams = Vec::with_capacity(units);
    for _ in 0..units {
        let (mut stream, _) = listener.accept()?;
        stream.set_nodelay(true)?;
        connected.fetch_add(1, SeqCst);
        stream.write_all(&message)?;
        streams.push(stream);
    }
    woken.recv().ok();
    for stream in &mut streams {
        stream.write_all(b".")?;
    }
    Ok(())
}
