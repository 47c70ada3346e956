//! # The log that nobody writes
//!
//! While flags are downloaded, a log is written: each download
//! sends a line into a channel, and `write_log` takes it out. Its
//! future is made before the first download, to run in the
//! background. The program stops after a few flags and hangs.
//!
//! Mend `download_many`, so that the log is written while flags
//! are downloaded. The channel stays as small as it is: a larger
//! one would only hang later.

use std::time::Duration;
use tokio::{
    sync::mpsc::{self, Receiver},
    time,
};

/// How long a download takes, or a line of the log.
const STEP: Duration = Duration::from_millis(20);

/// Writes the lines that come until the channel is closed.
async fn write_log(mut lines: Receiver<String>) -> Vec<String> {
    let mut log = Vec::new();
    while let Some(line) = lines.recv().await {
        time::sleep(STEP).await;
        log.push(line);
    }
    log
}

/// Downloads the flags of all `codes`; returns the log.
async fn download_many(codes: &[&str]) -> Vec<String> {
    let (sender, lines) = mpsc::channel(2);
    // TODO: who runs this while we are in the loop below?
    let log = write_log(lines);
    for code in codes {
        time::sleep(STEP).await;
        let line = format!("{code} downloaded");
        sender.send(line).await.expect("somebody writes the log");
    }
    drop(sender);
    log.await
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let codes = ["BR", "CN", "FR", "IN", "US"];
    let log = download_many(&codes);
    let limit = Duration::from_millis(500);
    match time::timeout(limit, log).await {
        Ok(log) => println!("{}", log.join("\n")),
        Err(_) => println!("Nobody writes the log: we hang."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::time::Instant;

    #[test]
    #[timeout(10_000)]
    fn the_log_is_written_while_flags_are_downloaded() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let hour = Duration::from_secs(3600);
        let codes = ["CN"; 100];
        let (log, took) = runtime.block_on(async {
            let start = Instant::now();
            let log = time::timeout(hour, download_many(&codes));
            (log.await, start.elapsed())
        });
        let Ok(log) = log else {
            panic!(
                "an hour has passed: a download waits for room in \
                 the channel, and nobody takes a line out; the \
                 future of the log was made, and nobody runs it"
            );
        };
        assert_eq!(log.len(), 100, "each flag should have a line");
        assert!(
            took < STEP * 150,
            "100 flags and their lines took {took:?}: first all \
             were downloaded, and only then the log was written"
        );
    }
}
