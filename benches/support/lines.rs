//! The server of char-finder, as a process of its own: this very
//! program, started again.

use std::{
    env,
    io::{self, Read},
    net::Ipv4Addr,
    process::{self, Command},
    sync::Arc,
    thread::Builder,
};

use char_finder::{
    Finder, Index, Settings, r#async, child::ChildServer, thread,
};
use lesson::{limits, say};
use tokio::{runtime::Runtime, sync::oneshot};

use super::{current_thread, multi_thread};

/// The variable that tells a child which server it is.
const PART: &str = "BENCHES_LINE_SERVER";

/// More seats than there are clients: a seat may be taken for a
/// moment longer than its client is there.
const SEATS: usize = 10_000;

/// How many characters an answer shows.
const MOST_LINES: usize = 10;

/// What clients ask for.
pub(crate) const QUESTION: &str = "snail";

/// The servers: a thread for each connection; a task for each, on
/// tokio's current-thread runtime and on its multi-thread one.
pub(crate) const SERVERS: [&str; 3] =
    ["thread", "async", "async_multi_thread"];

/// Plays the part of a server until its input ends, and exits, if
/// this process was started for that: the first thing to be called.
pub(crate) fn play_part() {
    let Ok(name) = env::var(PART) else { return };
    let played = match &*name {
        "thread" => by_threads(),
        "async" => by_tasks(&current_thread()),
        _ => by_tasks(&multi_thread()),
    };
    if let Err(error) = played {
        eprintln!("error: the server {name}: {error}");
        process::exit(1);
    }
    process::exit(0);
}

fn settings() -> io::Result<Settings> {
    limits::raise_open_files()?;
    let index = Arc::new(Index::new());
    let finder = Finder::new(index, MOST_LINES, SEATS);
    let address = (Ipv4Addr::LOCALHOST, 0).into();
    Ok(Settings { address, finder: Arc::new(finder) })
}

fn by_threads() -> io::Result<()> {
    let server = thread::Server::start(settings()?)?;
    say!("{}", server.address);
    until_input_ends();
    server.shutdown();
    Ok(())
}

fn by_tasks(runtime: &Runtime) -> io::Result<()> {
    let (stop, stopped) = oneshot::channel();
    Builder::new().spawn(|| {
        until_input_ends();
        stop.send(()).ok();
    })?;
    runtime.block_on(async {
        let server = r#async::Server::start(settings()?).await?;
        say!("{}", server.address);
        // Whoever drops the sender stops the server, too.
        stopped.await.unwrap_or(());
        server.shutdown().await;
        Ok(())
    })
}

fn until_input_ends() {
    // An input that cannot be read has ended, too.
    io::stdin().lock().read_to_end(&mut Vec::new()).ok();
}

/// Starts the one of [`SERVERS`] that is called `name`, in a
/// process of its own.
///
/// # Errors
///
/// If it does not start, or does not say where it listens.
pub(crate) fn start(name: &str) -> io::Result<ChildServer> {
    let mut program = Command::new(env::current_exe()?);
    ChildServer::of(program.env(PART, name))
}
