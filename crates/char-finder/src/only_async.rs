//! The server, as one would write it who has only tasks.

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::{io::BufReader, select, task::JoinSet, time};
use tokio_util::sync::CancellationToken;

use crate::{Finder, GREETING, MOST, PATIENCE, REST, Session};
use std::{io::Result, sync::Arc};

/// Sends `text` to a client that must go on taking it.
async fn send(stream: &mut TcpStream, text: &str) -> Result<()> {
    let mut rest = text.as_bytes();
    while !rest.is_empty() {
        let write = stream.write_buf(&mut rest);
        time::timeout(PATIENCE, write).await??;
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
    let mut stream = BufReader::new(stream);
    send(stream.get_mut(), GREETING).await?;
    loop {
        let mut next = (&mut stream).take(MOST as u64);
        select! {
            biased; // in the order in which they stand here
            () = stop.cancelled() => {}
            read = next.read_until(b'\n', session.room()) => {
                read?;
            }
        }
        let is_over = stop.is_cancelled();
        let Some(answer) = session.answer(is_over) else { break };
        send(stream.get_mut(), &answer).await?;
    }
    let farewell = session.farewell(stop.is_cancelled());
    send(stream.get_mut(), farewell).await
}

/// Gives each client a task until `stop` is cancelled, and returns
/// when all sessions have ended.
pub async fn serve(
    listener: TcpListener,
    finder: Arc<Finder>,
    stop: CancellationToken,
) {
    let mut sessions = JoinSet::new();
    loop {
        let next = select! {
            () = stop.cancelled() => break,
            Some(_) = sessions.join_next() => continue,
            next = listener.accept() => next,
        };
        let Ok((mut stream, _)) = next else {
            time::sleep(REST).await;
            continue;
        };
        let Some(session) = Session::open(&finder) else {
            send(&mut stream, &finder.refusal()).await.ok();
            continue;
        };
        let stop = stop.clone();
        sessions.spawn(serve_client(stream, session, stop));
    }
    drop(listener);
    while sessions.join_next().await.is_some() {}
}
