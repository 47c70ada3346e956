//! Callbacks that threads call: one thread waits for one thing,
//! then calls what was stored for it.

use std::{
    io::{BufRead, BufReader, Result},
    net::{SocketAddr, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

type Threads = Vec<JoinHandle<Result<()>>>;

/// The threads that wait.
#[derive(Clone, Default)]
pub struct Callbacks {
    threads: Arc<Mutex<Threads>>,
}

impl Callbacks {
    /// Returns callbacks of which there are none yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls `callback` once `delay` has passed.
    pub fn after(
        &self,
        delay: Duration,
        callback: impl FnOnce(&Self) + Send + 'static,
    ) {
        let this = self.clone();
        self.start(move || {
            thread::sleep(delay);
            callback(&this);
            Ok(())
        });
    }

    /// Calls `callback` with each line that arrives from `address`.
    ///
    /// # Errors
    ///
    /// If nobody listens there.
    pub fn on_line(
        &self,
        address: SocketAddr,
        mut callback: impl FnMut(String) + Send + 'static,
    ) -> Result<()> {
        let stream = TcpStream::connect(address)?;
        self.start(move || {
            for line in BufReader::new(stream).lines() {
                callback(line?);
            }
            Ok(())
        });
        Ok(())
    }

    /// Calls `callback` with what `work` returns.
    pub fn on_result<T>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
        callback: impl FnOnce(T) + Send + 'static,
    ) {
        self.start(move || {
            callback(work());
            Ok(())
        });
    }

    /// Waits until no more callback can be called.
    ///
    /// # Errors
    ///
    /// If a connection broke.
    ///
    /// # Panics
    ///
    /// If a callback panicked.
    pub fn run(&self) -> Result<()> {
        loop {
            // A callback may have started another thread; it did
            // so before its own thread ended.
            let thread = self.lock(Threads::pop);
            let Some(thread) = thread else { return Ok(()) };
            thread.join().expect("no callback panics")?;
        }
    }

    fn start(
        &self,
        wait: impl FnOnce() -> Result<()> + Send + 'static,
    ) {
        let thread = thread::spawn(wait);
        self.lock(|threads| threads.push(thread));
    }

    fn lock<T>(&self, work: impl FnOnce(&mut Threads) -> T) -> T {
        // A list of threads is whole even after a panic.
        let threads = self.threads.lock();
        work(&mut threads.unwrap_or_else(PoisonError::into_inner))
    }
}
