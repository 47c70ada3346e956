//! # Three downloads, one at a time
//!
//! All futures are made first, so that the downloads overlap; then
//! their results are awaited in a loop. Three flags, of 100 to 300
//! ms each, take 600 ms: as long as one after the other.
//!
//! Mend `download_many`, so that it takes no longer than the
//! slowest download. The flags are still returned in the order of
//! their codes, whichever comes first.

use std::time::{Duration, Instant};
use tokio::time;

/// Downloads a flag; the server takes its time.
async fn get_flag(code: &'static str) -> String {
    let time = match code {
        "CN" => 300,
        "FR" => 100,
        _ => 200,
    };
    time::sleep(Duration::from_millis(time)).await;
    format!("flag of {code}")
}

/// Downloads the flags of all `codes`, at once; returns them in
/// the order of the codes.
async fn download_many(codes: &[&'static str]) -> Vec<String> {
    let downloads = codes.iter().copied().map(get_flag);
    let downloads: Vec<_> = downloads.collect();
    let mut flags = Vec::new();
    // TODO: how many of these futures does anybody poll?
    for download in downloads {
        flags.push(download.await);
    }
    flags
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let start = Instant::now();
    let flags = download_many(&["CN", "FR", "US"]).await;
    let took = start.elapsed().as_millis();
    println!("{flags:?} after {took} ms.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn many_downloads_take_as_long_as_the_slowest() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let (flags, took) = runtime.block_on(async {
            let start = time::Instant::now();
            let flags = download_many(&["CN", "FR", "US"]).await;
            (flags, start.elapsed().as_millis())
        });
        assert_eq!(
            flags,
            ["flag of CN", "flag of FR", "flag of US"],
            "each code should have its flag, in the order of the \
             codes and not in that of the server"
        );
        assert!(
            took < 600,
            "three downloads took {took} ms, 300 + 100 + 200: the \
             loop awaits one future, and nobody polls the next one \
             before that one is done"
        );
        assert_eq!(
            took, 300,
            "the slowest download takes 300 ms, and all together \
             should take no longer"
        );
    }
}
