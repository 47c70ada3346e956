//! Counters that are tasks.

use super::{Board, COUNTERS, Counter};
use std::time::Duration;
use tokio::{task, task::JoinSet, time};

/// Counts down, a tick for each number.
pub async fn count(counter: Counter, board: &Board) -> char {
    for number in (1..=counter.length).rev() {
        board.show(counter, number);
        time::sleep(board.tick()).await; // others count
    }
    board.end(counter);
    counter.name
}

/// Counts one counter after the other.
pub async fn in_turn(counters: &[Counter], board: &Board) {
    for counter in counters {
        let name = count(*counter, board).await; // nobody else
        board.take(name);
    }
}

/// Counts all at once, and takes the ends in the order in which
/// they were asked for.
///
/// # Panics
///
/// Outside a runtime.
pub async fn in_order(counters: &[Counter], board: &Board) {
    let start = |counter: &Counter| {
        let (counter, board) = (*counter, board.clone());
        task::spawn(async move { count(counter, &board).await })
    };
    let units: Vec<_> = counters.iter().map(start).collect();
    for unit in units {
        let name = unit.await.expect("no panic");
        board.take(name);
    }
}

/// Counts all at once, and takes the ends as they come.
///
/// # Panics
///
/// Outside a runtime.
pub async fn as_completed(counters: &[Counter], board: &Board) {
    let mut ends = JoinSet::new();
    for counter in counters {
        let (counter, board) = (*counter, board.clone());
        ends.spawn(async move { count(counter, &board).await });
    }
    while let Some(end) = ends.join_next().await {
        board.take(end.expect("no panic"));
    }
}

/// Runs the four counters in each way, and shows what was seen.
///
/// # Panics
///
/// Outside a runtime.
pub async fn all(tick: Duration) -> [Board; 3] {
    let first = Board::new("one after the other", tick);
    in_turn(&COUNTERS, &first).await;
    first.draw(&COUNTERS);
    let second = Board::new("all at once, in order", tick);
    in_order(&COUNTERS, &second).await;
    second.draw(&COUNTERS);
    let third = Board::new("all at once, as they come", tick);
    as_completed(&COUNTERS, &third).await;
    third.draw(&COUNTERS);
    [first, second, third]
}
