//! Tasks that wait for a connection.

use std::io::Result;
use tokio::{io::AsyncReadExt, net::TcpStream};
use tokio::{sync::mpsc, sync::mpsc::Sender, task};

use super::Server;
use crate::{Meter, NO_PANIC};

/// When all have told, the other end of the channel is closed.
type Tell = crate::Tell<Sender<()>>;

/// Reads a message of `size` bytes, tells that it waits, waits for
/// one byte more, and tells that it was woken.
async fn wait(
    mut stream: TcpStream,
    size: usize,
    (waits, woken): (Tell, Sender<()>),
) -> Result<()> {
    let mut buffer = vec![0; size];
    stream.read_exact(&mut buffer).await?; // others run
    waits.tell();
    stream.read_exact(&mut buffer[..1]).await?; // others run
    drop(woken);
    Ok(())
}

/// Lets `units` wait for `server` at the same time, has them all
/// woken, and returns how many were joined.
///
/// # Errors
///
/// If a connection fails.
///
/// # Panics
///
/// Outside a runtime.
pub async fn supervisor(
    units: usize,
    size: usize,
    server: &Server,
    meter: &mut Meter,
) -> Result<usize> {
    let (waits, mut all_wait) = mpsc::channel::<()>(1);
    let waits = meter.tell(waits);
    let (woken, mut all_woken) = mpsc::channel::<()>(1);
    let mut handles = Vec::with_capacity(units);
    meter.begin();
    for _ in 0..units {
        let stream = TcpStream::connect(server.address()).await?;
        stream.peek(&mut [0]).await?; // until the server has it
        let tells = (waits.clone(), woken.clone());
        handles.push(task::spawn(async move {
            wait(stream, size, tells).await // when main waits
        }));
    }
    drop((waits, woken));
    all_wait.recv().await; // the tasks run meanwhile
    meter.all_wait();
    server.wake_all();
    all_woken.recv().await; // the tasks run meanwhile
    meter.all_woken();
    let mut joined = 0;
    for handle in handles {
        handle.await.expect(NO_PANIC)?;
        joined += 1;
    }
    Ok(joined)
}
