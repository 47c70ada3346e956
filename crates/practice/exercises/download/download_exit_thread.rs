//! # The flags that come too late
//!
//! Three threads download a flag each, and put it into an album.
//! Then the program ends. It was written by somebody who thought
//! that a program waits for its threads; its album stays empty.
//!
//! Mend `download_many`, so that all flags are in the album when it
//! returns. They are still downloaded at the same time.

use std::{
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

type Code = &'static str;

const CODES: [Code; 3] = ["BR", "CN", "US"];

/// The flags that have arrived, in the order in which they did.
#[derive(Clone, Default)]
struct Album(Arc<Mutex<Vec<Code>>>);

impl Album {
    fn add(&self, code: Code) {
        self.0.lock().expect("nobody panics").push(code);
    }

    fn count(&self) -> usize {
        self.0.lock().expect("nobody panics").len()
    }
}

/// Downloads the flags of all codes, each on a thread of its own,
/// and puts them into `album`.
fn download_many<F>(get_flag: F, album: &Album)
where
    F: Fn(Code) + Clone + Send + Sync + 'static,
{
    for code in CODES {
        let (get_flag, album) = (get_flag.clone(), album.clone());
        thread::spawn(move || {
            get_flag(code);
            album.add(code);
        });
    }
    // TODO: the threads are at work, and who waits for them?
}

fn main() {
    let album = Album::default();
    let get_flag = |_| thread::sleep(Duration::from_millis(200));
    download_many(get_flag, &album);
    println!("At the end of main: {} flags of 3.", album.count());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;
    use std::sync::Condvar;

    #[test]
    #[timeout(10_000)]
    fn all_flags_are_there_when_it_returns() {
        // The site answers when the program has ended (then the
        // sender is gone), or after a while if it waits.
        let (running, end) = channel::bounded::<()>(0);
        let answer = move |_| {
            end.recv_timeout(Duration::from_secs(1)).ok();
        };
        let album = Album::default();
        download_many(answer, &album);
        let count = album.count();
        drop(running);
        assert_eq!(
            count, 3,
            "{count} flags of 3 were in the album when the \
             program ended: the threads were still waiting for \
             the site, and nobody waited for the threads"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn all_flags_are_asked_for_at_once() {
        // Nobody has an answer before all three have asked.
        // Counts who asks, and who was alone for too long.
        let asked = Arc::new((Mutex::new((0, 0)), Condvar::new()));
        let seen = asked.clone();
        let answer = move |_| {
            let (counts, changed) = &*asked;
            let mut counts = counts.lock().expect("nobody panics");
            counts.0 += 1;
            changed.notify_all();
            let patience = Duration::from_secs(2);
            let (mut counts, end) = changed
                .wait_timeout_while(counts, patience, |it| it.0 < 3)
                .expect("nobody panics");
            counts.1 += u32::from(end.timed_out());
        };
        download_many(answer, &Album::default());
        let (_, alone) = *seen.0.lock().expect("nobody panics");
        assert_eq!(
            alone, 0,
            "{alone} times a thread had asked for its flag, and \
             for 2 s the next thread was not even started: \
             somebody was waiting for the one before it"
        );
    }
}
