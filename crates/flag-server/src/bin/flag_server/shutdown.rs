//! What ends the program.

use std::{future, io, thread};

use tokio::sync::oneshot;

/// Returns a future that is done when the program should end; what
/// it watches for is watched from now on.
pub(crate) fn shutdown(
    until_stdin_closes: bool,
) -> io::Result<impl Future<Output = ()>> {
    let signalled = signalled()?;
    let closed = until_stdin_closes.then(stdin_closed);
    let closed = async {
        match closed {
            Some(closed) => drop(closed.await),
            None => future::pending().await,
        }
    };
    Ok(async {
        tokio::select! {
            () = signalled => {}
            () = closed => {}
        }
    })
}

/// Watches for Ctrl-C, and for the polite way to end a process.
#[cfg(unix)]
fn signalled() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Watches for Ctrl-C.
#[cfg(windows)]
fn signalled() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move { drop(interrupt.recv().await) })
}

/// Watches standard input, on a thread of its own: a runtime waits
/// at its end for reads of tokio's, and this one may never return.
fn stdin_closed() -> oneshot::Receiver<()> {
    let (closed, receiver) = oneshot::channel();
    thread::spawn(move || {
        // An input that cannot be read is as good as closed.
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        let _ = closed.send(());
    });
    receiver
}
