//! A server of either half, on threads of its own.

use std::{
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, mpsc},
    thread::{Builder, JoinHandle},
};

use tokio::{
    runtime::{self, Runtime},
    sync::oneshot,
};

use crate::{Finder, Settings, r#async, thread};

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
    stop: Option<Box<dyn FnOnce() + Send>>,
}

impl Running {
    /// Stops the server, and waits until all of it has ended.
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
) -> io::Result<Running> {
    let settings = Settings {
        address: (Ipv4Addr::LOCALHOST, port).into(),
        finder: Arc::clone(finder),
    };
    let (address, stop) = match unit {
        Unit::Thread => threads(settings)?,
        Unit::Task => tasks(settings)?,
    };
    let finder = Arc::clone(finder);
    Ok(Running { address, finder, stop: Some(stop) })
}

/// Where a server listens, and how to stop it.
type Started = (SocketAddr, Box<dyn FnOnce() + Send>);

fn threads(settings: Settings) -> io::Result<Started> {
    let server = thread::Server::start(settings)?;
    Ok((server.address, Box::new(|| server.shutdown())))
}

/// Gives the server a thread, which runs all its tasks: so the
/// outside may block.
fn tasks(settings: Settings) -> io::Result<Started> {
    let (started, address) = mpsc::sync_channel(1);
    let (stop, stopped) = oneshot::channel();
    let serving = move || {
        runtime()?.block_on(async {
            let server = r#async::Server::start(settings).await?;
            started.send(server.address).ok();
            stopped.await.unwrap_or(());
            server.shutdown().await;
            Ok(())
        })
    };
    let thread: JoinHandle<io::Result<()>> =
        Builder::new().name("all tasks".into()).spawn(serving)?;
    let Ok(address) = address.recv() else {
        let end = thread.join().expect("the server has not begun");
        return Err(end.expect_err("it says its address"));
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
pub fn runtime() -> io::Result<Runtime> {
    runtime::Builder::new_current_thread().enable_all().build()
}
