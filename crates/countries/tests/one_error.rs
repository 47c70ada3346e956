//! Whether one error stops what is under way beside it: that
//! depends on who holds it.

use std::{
    future::{pending, ready},
    sync::mpsc,
    thread,
};

use countries::runtime;
use testing::in_time;
use tokio::{
    join,
    sync::oneshot::{Sender, channel},
    task::{JoinSet, yield_now},
    try_join,
};

type Answer = Result<u32, &'static str>;

const REFUSED: Answer = Err("not found");

/// Waits for ever; drops `alive` only if it is dropped itself.
async fn wait(alive: Sender<()>) -> Answer {
    pending::<()>().await;
    drop(alive);
    Ok(42)
}

/// Awaits `test` on one thread.
fn awaited<T: Send + 'static>(
    test: impl Future<Output = T> + Send + 'static,
) -> T {
    in_time("the other request", move || {
        runtime().expect("it starts").block_on(test)
    })
}

#[test]
fn one_error_drops_the_other_future_of_try_join() {
    awaited(async {
        let (alive, dropped) = channel();
        let end = try_join!(wait(alive), ready(REFUSED));
        assert_eq!(end, Err("not found"));
        dropped.await.expect_err("nothing is sent");
    });
}

#[test]
fn one_error_leaves_the_other_future_of_join_alone() {
    let ends = awaited(async {
        let other = async {
            yield_now().await;
            Ok::<_, &str>(42)
        };
        join!(other, ready(REFUSED))
    });
    assert_eq!(ends, (Ok(42), REFUSED));
}

/// Adds the answers, up to the first error.
async fn sum(requests: &mut JoinSet<Answer>) -> Answer {
    let mut sum = 0;
    while let Some(end) = requests.join_next().await {
        sum += end.expect("no request panics")?;
    }
    Ok(sum)
}

#[test]
fn one_error_that_leaves_a_join_set_takes_its_tasks_along() {
    awaited(async {
        let (alive, dropped) = channel();
        let mut requests = JoinSet::new();
        requests.spawn(wait(alive));
        requests.spawn(ready(REFUSED));
        assert_eq!(sum(&mut requests).await, REFUSED);
        assert_eq!(requests.len(), 1, "the other one");
        drop(requests);
        dropped.await.expect_err("nothing is sent");
    });
}

#[test]
fn one_error_leaves_the_other_threads_of_a_scope_alone() {
    let (end, other) = in_time("the scope", || {
        let (inside, gate) = mpsc::channel::<()>();
        let mut other = REFUSED;
        let answer = &mut other;
        let end = thread::scope(|scope| {
            // Gone as soon as the scope's own code is.
            let _inside = inside;
            scope.spawn(move || {
                gate.recv().expect_err("nothing is sent");
                *answer = Ok(42);
            });
            let request = scope.spawn(|| REFUSED);
            request.join().expect("no request panics")?;
            Ok::<_, &str>(())
        });
        (end, other)
    });
    assert_eq!((end, other), (Err("not found"), Ok(42)));
}
