//! # The spinner that sleeps through its end
//!
//! A spinner turns on a thread of its own while a slow function
//! runs. Then a flag tells it to stop, and the supervisor waits
//! for its end. The answer is there after 50 ms. The program shows
//! it after half a second: as late as the next frame.
//!
//! Mend the program, so that the spinner ends as soon as it is
//! told to, however long its tick is. It still draws a frame at
//! once and one each tick, and the supervisor still returns only
//! when the spinner's thread has ended.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    thread,
    time::{Duration, Instant},
};

/// Draws a frame each `tick`, until `stop` is set.
fn spin(mut draw: impl FnMut(), stop: &AtomicBool, tick: Duration) {
    while !stop.load(Relaxed) {
        draw();
        // Who sleeps hears nothing; who is parked can be woken.
        thread::park_timeout(tick);
    }
}

/// Spins while `slow_function` runs; returns its answer.
fn supervisor(
    tick: Duration,
    draw: impl FnMut() + Send + 'static,
    slow_function: impl FnOnce() -> u32,
) -> u32 {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = stop.clone();
    let spinner = thread::spawn(move || spin(draw, &asked, tick));
    let answer = slow_function();
    stop.store(true, Relaxed);
    spinner.thread().unpark(); // so that it looks at the flag
    spinner.join().expect("the spinner panicked");
    answer
}

fn main() {
    let slow_function = || {
        thread::sleep(Duration::from_millis(50));
        42
    };
    let start = Instant::now();
    let tick = Duration::from_millis(500);
    let answer = supervisor(tick, || println!("|"), slow_function);
    let took = start.elapsed().as_millis();
    println!("Answer: {answer}, there after 50 ms.");
    println!("The spinner had ended after {took} ms.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::sync::{Arc, mpsc};

    /// Longer than anybody waits for something that comes.
    const DEADLINE: Duration = Duration::from_secs(2);

    #[test]
    #[timeout(10_000)]
    fn the_spinner_ends_before_its_tick_is_over() {
        let hour = Duration::from_secs(3600);
        let (frame, frames) = mpsc::channel();
        let (sender, end) = mpsc::channel();
        let alive = Arc::new(());
        let spinner = Arc::downgrade(&alive);
        thread::spawn(move || {
            let draw = move || {
                let _alive = &alive;
                frame.send(()).ok();
            };
            // The answer is there as soon as a frame is.
            let slow_function = move || {
                frames.recv().expect("the spinner draws a frame");
                42
            };
            let answer = supervisor(hour, draw, slow_function);
            sender.send((answer, spinner.upgrade().is_none())).ok();
        });
        let Ok((answer, ended)) = end.recv_timeout(DEADLINE) else {
            panic!(
                "the supervisor waits for the end of the spinner, \
                 and the spinner sleeps until its tick of an hour \
                 is over: the flag is set, but who sleeps looks at \
                 no flag"
            );
        };
        assert_eq!(answer, 42, "the answer is another one");
        assert!(
            ended,
            "the supervisor returned, and the spinner's thread is \
             still there: join it, or it draws over what comes next"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn the_spinner_draws_a_frame_each_tick() {
        let (frame, frames) = mpsc::channel();
        let tick = Duration::from_millis(1);
        let draw = move || {
            frame.send(()).ok();
        };
        let slow_function = || {
            let next = |_: &u32| frames.recv_timeout(DEADLINE);
            (0..3).take_while(|it| next(it).is_ok()).count() as u32
        };
        let drawn = supervisor(tick, draw, slow_function);
        assert_eq!(
            drawn, 3,
            "frames: {drawn}, and no other came within 2 s, though \
             a tick is 1 ms: the spinner should draw one each tick \
             until it is told to stop"
        );
    }
}
