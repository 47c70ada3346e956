//! # A shutdown with bounded patience
//!
//! A server that stops tells its sessions so, and waits until they
//! have sent their last answers. Some clients never take theirs,
//! though, and `join` has no time limit. Write `Sessions`:
//!
//! - `open` runs a session on a thread of its own, and returns at
//!   once. The session can look at a flag: is it over?
//! - `close` sets this flag, and returns `true` as soon as all
//!   sessions have ended, by themselves or by a panic.
//! - When `patience` has passed and one is still open, it returns
//!   `false`. That session is left to itself: nobody can stop it.

use std::{sync::atomic::AtomicBool, thread, time::Duration};

/// The sessions of a server.
// TODO: what must sessions and server share, so that the end of the
// last session can be waited for with a time limit?
struct Sessions {}

impl Sessions {
    fn new() -> Self {
        todo!("begin without sessions, and with the flag not set")
    }

    /// Runs `session`, which looks at the flag now and then.
    fn open(
        &self,
        session: impl FnOnce(&AtomicBool) + Send + 'static,
    ) {
        let _ = session;
        todo!("start a thread, and see to it that its end is seen")
    }

    /// Says that it is over, and waits for all sessions, but not
    /// for longer than `patience`; tells whether all have ended.
    fn close(self, patience: Duration) -> bool {
        let _ = patience;
        todo!("set the flag, and wait")
    }
}

fn main() {
    let sessions = Sessions::new();
    sessions.open(|_| thread::sleep(Duration::from_secs(60)));
    let all = sessions.close(Duration::from_millis(200));
    println!("All sessions have ended: {all}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::{
        atomic::Ordering::SeqCst,
        mpsc::{self, RecvTimeoutError::Timeout},
    };

    const HOUR: Duration = Duration::from_secs(3600);

    /// Opens sessions by `open`, closes them, and returns what
    /// `close` does; if it takes long, says `why`.
    fn close(
        patience: Duration,
        why: &str,
        open: impl FnOnce(&Sessions) + Send + 'static,
    ) -> bool {
        let (sender, closed) = mpsc::channel();
        thread::spawn(move || {
            let sessions = Sessions::new();
            open(&sessions);
            sender.send(sessions.close(patience))
        });
        match closed.recv_timeout(Duration::from_secs(3)) {
            Ok(all) => all,
            Err(Timeout) => panic!("no end after 3 s: {why}"),
            Err(_) => panic!("`Sessions` panicked: see above"),
        }
    }

    #[test]
    #[timeout(10_000)]
    fn who_looks_at_the_flag_ends_and_is_waited_for() {
        let (sender, farewells) = mpsc::channel();
        let why = "two sessions are open until the flag is set \
                   (does `open` wait? does `close` set the flag?)";
        let all = close(HOUR, why, move |sessions| {
            for _ in 0..2 {
                let sender = sender.clone();
                sessions.open(move |is_over| {
                    while !is_over.load(SeqCst) {
                        thread::yield_now();
                    }
                    sender.send("Bye.").ok();
                });
            }
        });
        assert!(all, "both sessions ended, and `close` said no");
        let said = farewells.try_iter().count();
        assert_eq!(said, 2, "not all farewells were waited for");
    }

    #[test]
    #[timeout(10_000)]
    fn nobody_is_waited_for_longer_than_the_patience() {
        let (release, released) = mpsc::channel::<()>();
        let why = "one session never ends, and 10 ms have passed";
        let soon = Duration::from_millis(10);
        let all = close(soon, why, |sessions| {
            sessions.open(|_| {});
            sessions.open(move |_| released.recv().unwrap_or(()));
        });
        assert!(!all, "one of two sessions was still open");
        drop(release);
    }

    #[test]
    #[timeout(10_000)]
    fn a_panic_ends_a_session_too() {
        let why = "a session panicked: who hears of its end?";
        let all = close(HOUR, why, |sessions| {
            sessions.open(|_| panic!("a session breaks"));
        });
        assert!(all, "{why}");
    }
}
