//! A line server: when it stops, sessions are aborted. Wrong.

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::{io::BufReader, net::TcpListener, net::TcpStream};
use tokio::{task, task::JoinHandle, time, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{GREETING, MOST, PATIENCE, REST, Session, Settings};
use std::{io::Result, net::SocketAddr};

/// A server that runs.
#[derive(Debug)]
pub struct Server {
    /// Where it listens.
    pub address: SocketAddr,
    stop: CancellationToken,
    unit: JoinHandle<()>,
}

/// Waits for a client, or for the end of the server.
async fn accept(
    listener: &TcpListener,
    stop: &CancellationToken,
) -> Option<Result<TcpStream>> {
    let wait = listener.accept();
    let next = stop.run_until_cancelled(wait).await?; // others run
    Some(next.map(|(stream, _)| stream))
}

/// Reads a line, or as much of it as there is room for.
async fn read_line(
    stream: &mut BufReader<TcpStream>,
    line: &mut Vec<u8>,
) -> Result<usize> {
    let mut stream = stream.take(MOST as u64);
    stream.read_until(b'\n', line).await // others run
}

/// Sends `text` to a client that must go on taking it.
async fn send(stream: &mut TcpStream, text: &str) -> Result<()> {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let write = timeout(PATIENCE, stream.write(rest));
        let size = write.await??; // others run
        rest = &rest[size..];
    }
    Ok(())
}

/// Answers a client until one of both ends the session.
async fn serve_client(
    stream: TcpStream,
    mut session: Session,
    stop: CancellationToken,
) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::with_capacity(MOST, stream);
    send(stream.get_mut(), GREETING).await?;
    while !stop.is_cancelled() {
        let read = read_line(&mut stream, session.room());
        stop.run_until_cancelled(read).await.transpose()?;
        let is_over = stop.is_cancelled();
        let Some(answer) = session.answer(is_over) else { break };
        send(stream.get_mut(), &answer).await?;
    }
    let farewell = session.farewell(stop.is_cancelled());
    send(stream.get_mut(), farewell).await
}

/// Gives each client a task, until the server stops.
async fn serve(
    listener: TcpListener,
    Settings { finder, .. }: Settings,
    stop: CancellationToken,
) {
    let mut units = Vec::new();
    while let Some(next) = accept(&listener, &stop).await {
        let Ok(mut stream) = next else {
            time::sleep(REST).await;
            continue;
        };
        let Some(session) = Session::open(&finder) else {
            send(&mut stream, &finder.refusal()).await.ok();
            continue;
        };
        let stop = stop.clone();
        let serving = serve_client(stream, session, stop);
        units.retain(|unit: &JoinHandle<_>| !unit.is_finished());
        units.push(task::spawn(serving));
    }
    drop(listener);
    for unit in units {
        unit.abort(); // its session is dropped where it waits
    }
}

impl Server {
    /// Starts a server.
    ///
    /// # Errors
    ///
    /// If the system gives it no address.
    pub async fn start(settings: Settings) -> Result<Self> {
        let listener = TcpListener::bind(settings.address).await?;
        let address = listener.local_addr()?;
        let stop = CancellationToken::new();
        let its_stop = stop.clone();
        let serving = serve(listener, settings, its_stop);
        let unit = task::spawn(serving);
        Ok(Self { address, stop, unit })
    }

    /// Stops the server; answers under way are finished, and a line
    /// that has not come whole gets none.
    pub async fn shutdown(self) {
        self.stop.cancel();
        self.unit.await.ok(); // others run
    }
}
