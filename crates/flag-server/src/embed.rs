//! The server inside another program.

use std::{
    io,
    net::Ipv4Addr,
    sync::{Arc, mpsc},
    thread,
    time::Duration,
};

use flags::server::{Delays, Embedded, Seen, Visit, Wanted};
use tokio::{
    net::TcpListener,
    runtime::{self, Runtime},
    sync::oneshot,
};

use crate::{Injection, Site, Stats, prepare, serve};

/// A server on a thread of its own, called `flag-server`; it ends
/// when this is dropped.
///
/// The thread has a runtime of its own too, so that a program that
/// is frozen, as some lessons are on purpose, does not freeze its
/// server.
#[derive(Debug)]
pub struct EmbeddedServer {
    base: String,
    site: Arc<Site>,
    /// Taken when the server is dropped, as is the thread.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

/// Starts the server that a download wants to contain.
///
/// # Errors
///
/// If the system gives no thread, no runtime or no port.
pub fn embed(wanted: &Wanted) -> io::Result<Box<dyn Embedded>> {
    Ok(Box::new(EmbeddedServer::start(wanted)?))
}

impl EmbeddedServer {
    /// Starts a server on 127.0.0.1 and a free port, with the flags
    /// of `wanted.codes` made beforehand.
    ///
    /// # Errors
    ///
    /// If the system gives no thread, no runtime or no port.
    pub fn start(wanted: &Wanted) -> io::Result<Self> {
        prepare(wanted.codes.iter().copied());
        let usual = Injection::of(wanted.kind);
        let site = Arc::new(Site::new(
            wanted.kind,
            Injection {
                delay: wanted.delay.unwrap_or(usual.delay),
                seed: wanted.seed,
                ..usual
            },
        ));
        let (ready, listening) = mpsc::sync_channel(1);
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new()
            .name("flag-server".to_owned())
            .spawn({
                let site = Arc::clone(&site);
                move || run(site, &ready, stopped)
            })?;
        let port = listening.recv().map_err(io::Error::other)??;
        Ok(Self {
            base: format!("http://127.0.0.1:{port}/flags"),
            site,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Returns what the server did so far.
    pub fn stats(&self) -> Stats {
        self.site.stats()
    }
}

/// What the thread does: listens, tells on which port, and serves
/// until it is stopped.
fn run(
    site: Arc<Site>,
    ready: &mpsc::SyncSender<io::Result<u16>>,
    stopped: oneshot::Receiver<()>,
) {
    // Sending succeeds: whoever started this waits for it.
    let (runtime, listener) = match listen() {
        Ok((runtime, listener, port)) => {
            let _ = ready.send(Ok(port));
            (runtime, listener)
        }
        Err(error) => return drop(ready.send(Err(error))),
    };
    // No grace: nobody is left to read answers when the program
    // that contains us drops us.
    runtime.block_on(serve::serve(
        [(listener, site)],
        async { drop(stopped.await) },
        Duration::ZERO,
    ));
}

/// Listens on loopback, on any free port.
fn listen() -> io::Result<(Runtime, TcpListener, u16)> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()?;
    let address = (Ipv4Addr::LOCALHOST, 0).into();
    let listener = {
        let _inside = runtime.enter();
        serve::bind(address).map_err(io::Error::other)?
    };
    let port = listener.local_addr()?.port();
    Ok((runtime, listener, port))
}

impl Embedded for EmbeddedServer {
    fn base(&self) -> &str {
        &self.base
    }

    fn delays(&self) -> Delays {
        let Stats { answers, delay_ms, .. } = self.stats();
        let ms = |ms: f64| Duration::from_secs_f64(ms / 1000.0);
        Delays {
            answers: answers.values().sum(),
            mean: ms(delay_ms.mean),
            p99: ms(delay_ms.p99),
        }
    }

    fn seen(&self) -> Seen {
        let stats = self.stats();
        Seen {
            answers: stats.answers,
            abandoned: stats.abandoned,
            in_flight: stats.in_flight,
            peak_in_flight: stats.peak_in_flight,
        }
    }

    fn visits(&self) -> Vec<Visit> {
        self.site.visits()
    }

    fn rewind(&self) {
        self.site.rewind();
    }
}

impl Drop for EmbeddedServer {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // It panicked, and has said so.
            let _ = thread.join();
        }
    }
}
