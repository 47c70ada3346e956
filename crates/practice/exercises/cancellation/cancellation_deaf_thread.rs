//! # The thread that does not hear
//!
//! A thread makes a backup every now and then. `stop` sets a flag,
//! and waits until the thread has ended. But the thread sleeps
//! between two backups, and looks at the flag when it wakes up: if
//! there is a backup every hour, `stop` may take an hour.
//!
//! Mend it: a thread that waits for its next backup ends as soon
//! as it is told to. When `stop` returns, it has ended.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// A thread that makes backups until it is stopped.
struct Backup {
    stop: Arc<AtomicBool>,
    unit: JoinHandle<()>,
}

impl Backup {
    /// Starts the thread, which calls `save` again and again.
    fn start(
        every: Duration,
        mut save: impl FnMut() + Send + 'static,
    ) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let unit = thread::spawn(move || {
            loop {
                // TODO: who can wake this thread?
                thread::sleep(every);
                if told.load(Relaxed) {
                    return;
                }
                save();
            }
        });
        Self { stop, unit }
    }

    /// Stops the thread, and waits until it has ended.
    fn stop(self) {
        self.stop.store(true, Relaxed);
        self.unit.join().expect("the backup panicked");
    }
}

fn main() {
    let every = Duration::from_millis(300);
    let backup = Backup::start(every, || println!("A backup."));
    thread::sleep(every * 3 / 2);
    let asked = Instant::now();
    backup.stop();
    let took = asked.elapsed().as_millis();
    println!("From asking to stopped: {took} ms.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;

    const PATIENCE: Duration = Duration::from_secs(2);
    const HOUR: Duration = Duration::from_secs(3600);

    #[test]
    #[timeout(10_000)]
    fn a_thread_that_waits_for_an_hour_stops_when_told() {
        let (saved, saves) = channel::bounded(10);
        let (tell, told) = channel::bounded(1);
        thread::spawn(move || {
            let save = move || {
                saved.send(()).ok();
            };
            let backup = Backup::start(HOUR, save);
            backup.stop();
            tell.send(()).ok();
        });
        assert!(
            told.recv_timeout(PATIENCE).is_ok(),
            "`stop` still waits for the thread, and the thread \
             sleeps: its next backup is due in an hour. The flag \
             is set, but a flag wakes nobody"
        );
        let seen = saves.try_recv();
        assert_ne!(
            seen,
            Ok(()),
            "a backup was made, an hour before it was due"
        );
        assert_eq!(
            seen,
            Err(channel::TryRecvError::Disconnected),
            "`stop` returned, but the thread was still there: it \
             was to wait until the thread has ended"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn backups_are_made_again_and_again_until_it_is_stopped() {
        let (saved, saves) = channel::bounded(0);
        let save = move || {
            saved.send(()).ok();
        };
        let backup = Backup::start(Duration::from_millis(5), save);
        for number in 1..=3 {
            assert!(
                saves.recv_timeout(PATIENCE).is_ok(),
                "backup {number} was due after 5 ms, and is not \
                 made: who waits for a stop still has to save"
            );
        }
        // Whoever is in a backup now has somebody to take it.
        let taking = thread::spawn(move || saves.iter().count());
        backup.stop();
        taking.join().expect("nobody panics here");
    }
}
