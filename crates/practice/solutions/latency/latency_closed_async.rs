//! # A queue that no client sees
//!
//! Users ask a server every 10 ms, and it answers in 1 ms. Once it
//! stands still for a second; whoever asks meanwhile waits for it.
//! A client measures how long users wait. It asks its questions on
//! one connection, and says: one of 200 waited longer than 1 ms.
//!
//! In truth more than a hundred did. What it would have asked in
//! that second it asked later, and counted from then. So mend
//! `measure`: the waits are to be those of users, who ask when it
//! is time to ask, and not when this client is free.

use std::time::Duration;
use tokio::{
    sync::Mutex,
    time::{self, Instant},
};

const QUESTIONS: u32 = 200;
const PACE: Duration = Duration::from_millis(10);

/// Answers one question after the other; at one of them it stands
/// still.
#[derive(Default)]
struct Server(Mutex<u32>);

impl Server {
    const ANSWER: Duration = Duration::from_millis(1);
    const STILL: Duration = Duration::from_secs(1);

    async fn ask(&self) {
        let mut number = self.0.lock().await;
        *number += 1;
        let is_still = *number == 50;
        let wait =
            if is_still { Self::STILL } else { Self::ANSWER };
        time::sleep(wait).await;
    }
}

/// Asks `QUESTIONS` times, one each `PACE`; returns the waits.
async fn measure(server: &Server) -> Vec<Duration> {
    let start = Instant::now();
    let mut waits = Vec::new();
    for number in 0..QUESTIONS {
        let due = start + PACE * number;
        time::sleep_until(due).await;
        server.ask().await;
        // The user wanted to ask then, whether we were free or not.
        waits.push(due.elapsed());
    }
    waits
}

/// Returns how many waits were longer than an answer takes.
fn late(waits: &[Duration]) -> usize {
    waits.iter().filter(|wait| **wait > Server::ANSWER).count()
}

// The clock is a paused one, which jumps to whatever is next.
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let waits = measure(&Server::default()).await;
    let late = late(&waits);
    println!("{late} of {} waited too long.", waits.len());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn all_waits_are_counted_from_when_a_question_was_due() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let server = Server::default();
        let waits = runtime.block_on(measure(&server));
        assert_eq!(waits.len(), 200, "a wait for each question");
        let late = late(&waits);
        assert!(
            late > 1,
            "{late} of 200 waited longer than 1 ms, says this \
             client. But 99 more questions were due in the second \
             in which the server stood still: it sent them late, \
             and did not count that as waiting"
        );
        // Each 10 ms one more comes, and ten of the queue leave.
        assert_eq!(
            late, 111,
            "99 questions were due while the server stood still, \
             11 more before the queue was gone, and one was the \
             first of them: 111 users waited, not {late}"
        );
        let longest = waits.iter().max();
        assert_eq!(
            longest,
            Some(&Server::STILL),
            "nobody waited longer than the server stood still"
        );
    }
}
