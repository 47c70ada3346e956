//! A future that reads can be dropped at any time.

use std::io::Result;
use std::time::Instant;

use tokio::io::AsyncReadExt;
use tokio::{net::TcpStream, time::timeout};

use crate::{Plan, Seen, ways::silent_peer};

/// Reads, and asks nobody whether to stop.
async fn read(mut stream: TcpStream) {
    loop {
        let read = stream.read(&mut [0]).await; // others run
        if let Ok(0) | Err(_) = read {
            return;
        }
    }
}

/// Drops a future in a read that has nothing to give: dropping it
/// is all that it takes.
///
/// # Errors
///
/// If the system makes no connection to itself.
///
/// # Panics
///
/// Outside a runtime.
pub async fn stopped(plan: &Plan) -> Result<Seen> {
    let job = plan.quiet_job();
    let (stream, _peer) = silent_peer()?;
    stream.set_nonblocking(true)?;
    let stream = TcpStream::from_std(stream)?;
    let unit = read(stream); // no task: this future is polled here
    let mut unit = Box::pin(unit);
    timeout(plan.after, &mut unit).await.ok(); // others run
    let asked = Instant::now();
    drop(unit);
    // There is nothing left to wait for.
    Ok(Seen::since(asked, &job))
}
