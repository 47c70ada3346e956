//! What each half would be if there were no other.

mod support;

use std::time::Duration;

use spinner::{
    Screen, Seen, Times, only_async, only_thread, runtime,
};
use support::in_time;
use tokio::runtime::Builder;

const fn ms(count: u64) -> Duration {
    Duration::from_millis(count)
}

/// Work for many ticks.
const LONG: Times = Times { tick: ms(1), work: ms(200) };

/// A tick that no test could wait for.
const RARE: Times = Times { tick: ms(3_600_000), work: ms(1) };

/// Ticks and work whose ends never fall together.
const EXACT: Times = Times { tick: ms(100), work: ms(2950) };

/// Runs both, and returns what was seen of them; each has to
/// answer and to erase.
fn seen(times: Times) -> [Seen; 2] {
    let threads = move || {
        let screen = Screen::silent();
        let answer = only_thread::supervisor(times, &screen);
        (answer, screen.seen())
    };
    let tasks = move || {
        let screen = Screen::silent();
        let runtime = runtime::current_thread().expect("a runtime");
        let spin = only_async::supervisor(times, &screen);
        (runtime.block_on(spin), screen.seen())
    };
    let ends =
        [in_time("thread", threads), in_time("async", tasks)];
    ends.map(|(answer, seen)| {
        assert_eq!(answer.expect("nothing fails"), 42);
        assert!(seen.erased);
        seen
    })
}

#[test]
fn both_spin_return_the_answer_and_erase() {
    for seen in seen(LONG) {
        assert!(seen.frames > 2, "{seen:?}");
    }
}

#[test]
fn both_end_before_their_tick_is_over() {
    for seen in seen(RARE) {
        assert!(seen.frames <= 1, "{seen:?}");
    }
}

#[test]
fn a_future_awaited_again_and_again_takes_no_longer() {
    let (took, seen) = in_time("async", || {
        let mut runtime = Builder::new_current_thread();
        let runtime = runtime.enable_time().start_paused(true);
        let runtime = runtime.build().expect("a runtime");
        runtime.block_on(async {
            let screen = Screen::silent();
            let start = tokio::time::Instant::now();
            let answer = only_async::supervisor(EXACT, &screen);
            assert_eq!(answer.await.expect("nothing fails"), 42);
            (start.elapsed(), screen.seen())
        })
    });
    assert_eq!(seen.frames, 30);
    assert!(took < EXACT.work + EXACT.tick, "{took:?}");
}
