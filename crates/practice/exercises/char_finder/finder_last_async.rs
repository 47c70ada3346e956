//! # The last answer
//!
//! A server gives each client a task. When nobody else is let in,
//! its loop ends, so `serve` returns, and soon `main` does, too. A
//! client whose answer was under way never sees the rest of it.
//!
//! Mend `serve`: it returns when the last session has ended, with
//! each answer sent to its end. Clients are served at the same time
//! as before, and where nobody is left, `serve` returns at once.

use std::{io::Result, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex},
    sync::mpsc::{self, Receiver, Sender},
    task,
    time::{self, Instant},
};

/// What a finder finds, for whoever asks.
const LINE: &str = "U+1F40C SNAIL\n";

/// Answers a client: as many lines as it asks for.
async fn serve_client(
    mut client: DuplexStream,
    finder: Arc<str>,
) -> Result<()> {
    for _ in 0..client.read_u8().await? {
        client.write_all(finder.as_bytes()).await?;
    }
    Ok(())
}

/// Gives each client a task, until there are no more.
async fn serve(
    mut clients: Receiver<DuplexStream>,
    finder: Arc<str>,
) {
    while let Some(client) = clients.recv().await {
        // TODO: who waits until this task has ended?
        task::spawn(serve_client(client, Arc::clone(&finder)));
    }
}

/// Comes in by the `door`, asks for `lines`, and takes one a
/// second; returns how many came, and how long that took.
async fn visit(
    door: Sender<DuplexStream>,
    lines: u8,
) -> (usize, Duration) {
    let start = Instant::now();
    // Two ends of a connection that has room for one line.
    let (mut here, there) = duplex(LINE.len());
    door.send(there).await.expect("the server lets it in");
    drop(door);
    here.write_u8(lines).await.expect("the server reads");
    let (mut line, mut count) = ([0; LINE.len()], 0);
    while here.read_exact(&mut line).await.is_ok() {
        count += 1;
        time::sleep(Duration::from_secs(1)).await;
    }
    (count, start.elapsed())
}

/// Starts a client for each of `lines`, and serves them; returns
/// how many sessions were open then, and what each client has seen.
async fn serve_all(
    lines: &[u8],
) -> (usize, Vec<(usize, Duration)>) {
    let (door, clients) = mpsc::channel(1);
    let visit =
        |lines: &u8| task::spawn(visit(door.clone(), *lines));
    let visits: Vec<_> = lines.iter().map(visit).collect();
    drop(door);
    let finder = Arc::from(LINE);
    serve(clients, Arc::clone(&finder)).await;
    let open = Arc::strong_count(&finder) - 1;
    let mut seen = Vec::new();
    for visit in visits {
        seen.push(visit.await.expect("no client panics"));
    }
    (open, seen)
}

// The clock is a paused one, which jumps to whatever is next.
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (open, _) = serve_all(&[8, 1]).await;
    println!("{open} sessions were open when `serve` returned.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn the_server_ends_when_the_last_answer_is_sent() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let (open, seen) = runtime.block_on(serve_all(&[8, 1]));
        assert_eq!(
            open, 0,
            "`serve` returned while {open} sessions were open: \
             `main` returns next, and takes them with it, in the \
             middle of their answers"
        );
        let [(slow, _), (quick, time)] = seen[..] else {
            panic!("two clients came, {} were seen", seen.len());
        };
        let got = (slow, quick);
        assert_eq!(got, (8, 1), "the end of an answer is missing");
        let second = Duration::from_secs(1);
        assert_eq!(
            time, second,
            "to take a line takes a second: who wanted one waited \
             until another one had its eight"
        );
        let took = runtime.block_on(async {
            let start = Instant::now();
            serve_all(&[]).await;
            start.elapsed()
        });
        assert!(took.is_zero(), "nobody came: why wait {took:?}?");
    }
}
