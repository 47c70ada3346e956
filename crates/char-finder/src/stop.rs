//! How blocked threads are stopped.

use std::{
    net::{Shutdown, SocketAddr, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
};

/// The twin of a `CancellationToken`, for threads that are blocked
/// in the system.
///
/// A blocked thread looks at no flag. It wakes when its socket has
/// something for it: so a connection is told that nothing more
/// will be read from it, which its thread takes for the end of
/// input, and the listener gets a client, which is ourselves.
///
/// # Source
///
/// `shutdown(2)`: Linux wakes a reader that is blocked. (Where a
/// system does not, a silent client delays the end of the server.)
#[derive(Clone, Debug)]
pub struct Stop(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    listener: SocketAddr,
    is_cancelled: AtomicBool,
    streams: Mutex<Vec<Weak<TcpStream>>>,
}

impl Stop {
    /// Makes a stop for the server that listens on `listener`.
    pub fn new(listener: SocketAddr) -> Self {
        Self(Arc::new(Shared {
            listener,
            is_cancelled: AtomicBool::new(false),
            streams: Mutex::default(),
        }))
    }

    /// Tells whether the server was told to stop.
    pub fn is_cancelled(&self) -> bool {
        self.0.is_cancelled.load(SeqCst)
    }

    /// Returns the same stop, which also wakes whoever reads from
    /// `stream`.
    pub fn waking(&self, stream: &Arc<TcpStream>) -> Self {
        let mut streams = self.streams();
        streams.retain(|stream| stream.strong_count() > 0);
        streams.push(Arc::downgrade(stream));
        if self.is_cancelled() {
            // It came too late to be woken with the others.
            wake(stream);
        }
        drop(streams);
        self.clone()
    }

    /// Tells the server to stop, and wakes its threads.
    pub fn cancel(&self) {
        self.0.is_cancelled.store(true, SeqCst);
        for stream in self.streams().iter() {
            if let Some(stream) = stream.upgrade() {
                wake(&stream);
            }
        }
        // It fails if nobody listens: then nobody is to be woken.
        TcpStream::connect(self.0.listener).ok();
    }

    fn streams(&self) -> MutexGuard<'_, Vec<Weak<TcpStream>>> {
        let streams = self.0.streams.lock();
        streams.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ends the reading; what is being written goes on. It fails if
/// the client has gone: then nobody reads.
fn wake(stream: &TcpStream) {
    stream.shutdown(Shutdown::Read).ok();
}
