//! # The spinner that stands still
//!
//! A spinner turns while a slow function waits. Both are tasks on
//! one thread. The slow function was copied from a program with
//! threads, and since then the spinner draws a single frame.
//!
//! Mend `slow_function`, so that the spinner turns while it waits.
//! It still takes as long as `WORK`, and answers 42.

use std::{thread, time::Duration};
use tokio::{
    sync::oneshot::{self, Receiver},
    task, time,
};

const TICK: Duration = Duration::from_millis(100);
const WORK: Duration = Duration::from_millis(1250);

/// Spins until `done` is closed; returns how many frames it drew.
async fn spin(mut done: Receiver<()>) -> u32 {
    let mut frames = 0;
    loop {
        frames += 1;
        let rest = time::timeout(TICK, &mut done);
        if rest.await.is_ok() {
            return frames;
        }
    }
}

async fn slow_function() -> u32 {
    // TODO: who waits here, and who could run meanwhile?
    thread::sleep(WORK);
    42
}

/// Spins while `slow_function` waits; returns its answer, and how
/// many frames were drawn.
async fn supervisor() -> (u32, u32) {
    let (stop, done) = oneshot::channel();
    let spinner = task::spawn(spin(done));
    let answer = slow_function().await;
    drop(stop);
    let frames = spinner.await.expect("the spinner panicked");
    (answer, frames)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (answer, frames) = supervisor().await;
    println!("Answer: {answer}. Frames: {frames}.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::time::Instant;

    #[test]
    #[timeout(10_000)]
    fn the_spinner_turns_while_the_slow_function_waits() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let (answer, frames, took) = runtime.block_on(async {
            let start = Instant::now();
            let (answer, frames) = supervisor().await;
            (answer, frames, start.elapsed())
        });
        assert_eq!(answer, 42, "the answer is another one");
        assert!(
            frames > 1,
            "the spinner drew {frames} frame while the slow \
             function ran: the only thread was asleep, so nobody \
             could run the spinner's task"
        );
        assert_eq!(
            frames, 13,
            "a tick is 100 ms and the work takes 1,250: 13 frames, \
             not {frames}"
        );
        assert!(
            took >= WORK,
            "the slow function took {took:?}: it should still wait \
             for {WORK:?}"
        );
    }
}
