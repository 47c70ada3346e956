//! # Nobody works while the loop saves
//!
//! Three downloads begin at once. One has to make a single request,
//! another two, the third three, one after the other. Whichever is
//! done is saved, and that takes a while: the others could go on
//! meanwhile. But as long as a flag is saved, the server hears
//! nothing.
//!
//! Mend `download_many`, so that the downloads go on meanwhile.
//! Each flag is still saved as soon as it is there and no other is
//! being saved, and all are saved when it returns.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use tokio::{task::JoinSet, time};

const ANSWER: Duration = Duration::from_millis(100);
const SAVING: Duration = Duration::from_millis(500);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    Request,
    SaveBegins,
    SaveEnds,
}

/// What the server and the disk have seen, in order.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<Event>>>);

impl Log {
    fn note(&self, event: Event) {
        self.0.lock().expect("no panic").push(event);
    }
}

/// Makes so many requests, one after the other: the more they are,
/// the larger is the flag, and the slower each answer.
async fn download(requests: u32, log: Log) {
    for _ in 0..requests {
        log.note(Event::Request);
        time::sleep(ANSWER * requests).await;
    }
}

async fn save(log: &Log) {
    log.note(Event::SaveBegins);
    time::sleep(SAVING).await;
    log.note(Event::SaveEnds);
}

/// Downloads three flags at once, and saves each when it is there.
async fn download_many(log: &Log) {
    // Tasks: the runtime polls them while this loop saves.
    let mut ends = JoinSet::new();
    for requests in [1, 2, 3] {
        ends.spawn(download(requests, log.clone()));
    }
    while let Some(end) = ends.join_next().await {
        end.expect("no panic");
        save(log).await;
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let log = Log::default();
    download_many(&log).await;
    for event in log.0.lock().expect("no panic").iter() {
        println!("{event:?}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::{runtime::Builder, time::Instant};

    #[test]
    #[timeout(10_000)]
    fn downloads_go_on_while_a_flag_is_saved() {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let log = Log::default();
        let took = runtime.block_on(async {
            let start = Instant::now();
            download_many(&log).await;
            start.elapsed()
        });
        let log = log.0.lock().expect("no panic");
        let count = |event, part: &[Event]| {
            part.iter().filter(|it| **it == event).count()
        };
        let mut parts = log.split(|it| *it != Event::Request);
        let before = parts.next().map_or(0, <[_]>::len);
        let meanwhile = parts.next().map_or(0, <[_]>::len);
        assert!(
            before < 6,
            "nothing was saved before all {before} requests were \
             made: save each flag when it is there"
        );
        assert!(
            meanwhile > 0,
            "while the first flag was saved, the server got \
             {meanwhile} requests, with two downloads under way: \
             nobody polls them while the loop's body awaits"
        );
        assert_eq!(count(Event::Request, &log), 6, "1 + 2 + 3");
        assert_eq!(
            count(Event::SaveEnds, &log),
            3,
            "there are three flags, and all should be saved"
        );
        assert!(
            took >= Duration::from_millis(1400),
            "it took {took:?}: the last flag is there after 900 ms \
             at the soonest, and to save it takes 500 ms"
        );
    }
}
