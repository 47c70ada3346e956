//! Counters that are threads.

use super::{Board, COUNTERS, Counter};
use crossbeam_channel as channel;
use std::{iter::repeat, thread, time::Duration};

/// Counts down, a tick for each number.
pub fn count(counter: Counter, board: &Board) -> char {
    for number in (1..=counter.length).rev() {
        board.show(counter, number);
        thread::sleep(board.tick()); // this thread waits
    }
    board.end(counter);
    counter.name
}

/// Counts one counter after the other.
pub fn in_turn(counters: &[Counter], board: &Board) {
    for counter in counters {
        let name = count(*counter, board); // this thread counts
        board.take(name);
    }
}

/// Counts all at once, and takes the ends in the order in which
/// they were asked for.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn in_order(counters: &[Counter], board: &Board) {
    let start = |counter: &Counter| {
        let (counter, board) = (*counter, board.clone());
        thread::spawn(move || count(counter, &board))
    };
    let units: Vec<_> = counters.iter().map(start).collect();
    for unit in units {
        let name = unit.join().expect("no panic");
        board.take(name);
    }
}

/// Counts all at once, and takes the ends as they come.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn as_completed(counters: &[Counter], board: &Board) {
    let (sender, ends) = channel::bounded(counters.len());
    for (counter, sender) in counters.iter().zip(repeat(sender)) {
        let (counter, board) = (*counter, board.clone());
        thread::spawn(move || sender.send(count(counter, &board)));
    }
    while let Ok(end) = ends.recv() {
        board.take(end);
    }
}

/// Runs the four counters in each way, and shows what was seen.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(tick: Duration) -> [Board; 3] {
    let first = Board::new("one after the other", tick);
    in_turn(&COUNTERS, &first);
    first.draw(&COUNTERS);
    let second = Board::new("all at once, in order", tick);
    in_order(&COUNTERS, &second);
    second.draw(&COUNTERS);
    let third = Board::new("all at once, as they come", tick);
    as_completed(&COUNTERS, &third);
    third.draw(&COUNTERS);
    [first, second, third]
}
