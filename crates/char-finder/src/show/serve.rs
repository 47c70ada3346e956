//! Step `serve`: a server for people, until Ctrl-C.

use std::{
    io, process,
    sync::{Arc, mpsc},
};

use lesson::say;

use super::words::count;
use crate::{Finder, Unit, host};

/// Serves on `port` until Ctrl-C.
pub(crate) fn show(
    unit: Unit,
    port: u16,
    finder: &Arc<Finder>,
) -> io::Result<()> {
    let server = host::start(unit, port, finder);
    let server = server.map_err(|error| taken(error, port))?;
    let pressed = ctrl_c();
    let address = server.address;
    let (host, port) = (address.ip(), address.port());
    say!("Listening on {address}. In another terminal:\n");
    say!("  nc {host} {port}\n");
    say!("Type a word, and Ctrl-D to leave. Ctrl-C here ends all.");
    wait(pressed);
    let open = count(finder.counts().clients, "client");
    say!("\nShutting down: {open} told.");
    server.shutdown();
    let counts = finder.counts();
    say!(
        "{} for {}, {} at once at the most; {} left.",
        count(counts.answers, "answer"),
        count(counts.seated, "client"),
        counts.peak,
        counts.clients
    );
    Ok(())
}

/// Says what to do about a port that another program has.
pub(crate) fn taken(error: io::Error, port: u16) -> io::Error {
    if error.kind() != io::ErrorKind::AddrInUse {
        return error;
    }
    io::Error::other(format!(
        "port {port} is taken: end the program that listens \
         there, or choose another with --port"
    ))
}

/// Watches for Ctrl-C from now on: the first one is received, the
/// next one ends the program at once.
///
/// # Panics
///
/// If the system lets nobody watch.
pub(crate) fn ctrl_c() -> mpsc::Receiver<()> {
    let (sender, pressed) = mpsc::channel();
    let handler = move || {
        if sender.send(()).is_err() {
            process::exit(130);
        }
    };
    ctrlc::set_handler(handler).expect("Ctrl-C can be watched");
    pressed
}

/// Waits for the first Ctrl-C.
pub(crate) fn wait(pressed: mpsc::Receiver<()>) {
    // It fails if the handler has gone: then nobody can press.
    pressed.recv().ok();
}
