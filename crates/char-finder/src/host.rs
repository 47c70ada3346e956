//! A server of either half, started and stopped from outside.

use std::{
    fmt,
    io::Result,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, mpsc},
    thread::{Builder, JoinHandle},
};

use tokio::{
    runtime::{self, Runtime},
    sync::oneshot,
};

use crate::{Finder, Settings, r#async, shutdown, thread};

/// Who serves a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A thread of the system.
    Thread,
    /// An async task.
    Task,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Thread => "thread",
            Self::Task => "task",
        })
    }
}

/// A server that runs, and stops when this is dropped.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What it answers with; it counts what the server does.
    pub finder: Arc<Finder>,
    stop: Option<End>,
}

/// Where a server listens, and how to stop it.
type Started = (SocketAddr, End);
type End = Box<dyn FnOnce() + Send>;

impl Running {
    /// Stops the server, and returns when it says that it has.
    pub fn shutdown(mut self) {
        self.stop_once();
    }

    fn stop_once(&mut self) {
        if let Some(stop) = self.stop.take() {
            stop();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop_once();
    }
}

impl fmt::Debug for Running {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("address", &self.address)
            .finish_non_exhaustive()
    }
}

/// Starts a server on 127.0.0.1; port 0 stands for any free one.
///
/// # Errors
///
/// If the system gives it no port, no thread or no runtime.
pub fn start(
    unit: Unit,
    port: u16,
    finder: &Arc<Finder>,
) -> Result<Running> {
    run(port, finder, |settings| match unit {
        Unit::Thread => {
            let server = thread::Server::start(settings)?;
            Ok((server.address, Box::new(|| server.shutdown())))
        }
        Unit::Task => on_a_thread(
            async || r#async::Server::start(settings).await,
            |server| server.address,
            async |server| server.shutdown().await,
        ),
    })
}

/// Starts a server that shuts down the wrong way.
///
/// # Errors
///
/// As [`start`].
pub fn start_wrong(
    unit: Unit,
    finder: &Arc<Finder>,
) -> Result<Running> {
    use shutdown::{cut, left};
    run(0, finder, |settings| match unit {
        Unit::Thread => {
            let server = left::wrong::Server::start(settings)?;
            Ok((server.address, Box::new(|| server.shutdown())))
        }
        Unit::Task => on_a_thread(
            async || cut::wrong::Server::start(settings).await,
            |server| server.address,
            async |server| server.shutdown().await,
        ),
    })
}

fn run(
    port: u16,
    finder: &Arc<Finder>,
    start: impl FnOnce(Settings) -> Result<Started>,
) -> Result<Running> {
    let address = (Ipv4Addr::LOCALHOST, port).into();
    let finder = Arc::clone(finder);
    let settings = Settings { address, finder: finder.clone() };
    let (address, stop) = start(settings)?;
    Ok(Running { address, finder, stop: Some(stop) })
}

/// Gives a server of tasks a thread, which runs all of them: so
/// the outside may block.
fn on_a_thread<Server: 'static>(
    start: impl AsyncFnOnce() -> Result<Server> + Send + 'static,
    address: fn(&Server) -> SocketAddr,
    shutdown: impl AsyncFnOnce(Server) + Send + 'static,
) -> Result<Started> {
    let (started, has_started) = mpsc::sync_channel(1);
    let (stop, stopped) = oneshot::channel();
    let serving = move || {
        runtime()?.block_on(async {
            let server = start().await?;
            started.send(address(&server)).ok();
            // Whoever drops the sender stops the server, too.
            stopped.await.unwrap_or(());
            shutdown(server).await;
            Ok(())
        })
    };
    let thread: JoinHandle<Result<()>> =
        Builder::new().name("all tasks".into()).spawn(serving)?;
    let Ok(address) = has_started.recv() else {
        let end = thread.join().expect("starting does not panic");
        return Err(end.expect_err("a server says its address"));
    };
    let stop = move || {
        stop.send(()).ok();
        thread.join().ok();
    };
    Ok((address, Box::new(stop)))
}

/// Makes the runtime of the async halves: one thread runs all
/// tasks.
///
/// # Errors
///
/// If the system refuses what it needs.
pub fn runtime() -> Result<Runtime> {
    runtime::Builder::new_current_thread().enable_all().build()
}
