//! Step `countdown`: four counters make the orders visible.
//!
//! Each counter counts down from its own length, a tick for each
//! number. They are run one after the other; all at once, with the
//! results taken in the order in which they were asked for; all at
//! once, with the results taken as they come.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use lesson::say;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// The counters of the step.
pub const COUNTERS: [Counter; 4] = [
    Counter { name: 'A', length: 5 },
    Counter { name: 'B', length: 2 },
    Counter { name: 'C', length: 4 },
    Counter { name: 'D', length: 1 },
];

/// Counts down from a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counter {
    /// What it is called: a letter.
    pub name: char,
    /// From where it counts, one number a tick.
    pub length: u32,
}

/// Notes what the counters show, and when their ends are taken.
#[derive(Clone, Debug)]
pub struct Board {
    way: &'static str,
    began: Instant,
    tick: Duration,
    /// Counter, number (0 at its end), and how many ticks after
    /// the beginning.
    notes: Arc<Mutex<Vec<(char, u32, usize)>>>,
    taken: Arc<Mutex<Vec<(char, usize)>>>,
}

impl Board {
    /// Makes an empty board for counters of this tick, which are
    /// run in this way.
    pub fn new(way: &'static str, tick: Duration) -> Self {
        let began = Instant::now();
        let (notes, taken) = Default::default();
        Self { way, began, tick, notes, taken }
    }

    /// Returns the time between two numbers.
    pub fn tick(&self) -> Duration {
        self.tick
    }

    /// Notes that a counter shows `number`.
    pub fn show(&self, counter: Counter, number: u32) {
        let note = (counter.name, number, self.ticks());
        lock(&self.notes).push(note);
    }

    /// Notes that the end of the counter `name` is taken.
    pub fn take(&self, name: char) {
        lock(&self.taken).push((name, self.ticks()));
    }

    /// Returns the names in the order in which the counters ended.
    pub fn ended(&self) -> String {
        let notes = lock(&self.notes);
        let ends =
            notes.iter().filter(|(_, number, _)| *number == 0);
        ends.map(|(name, ..)| *name).collect()
    }

    /// Returns the names in the order in which they were taken.
    pub fn taken(&self) -> String {
        lock(&self.taken).iter().map(|(name, _)| *name).collect()
    }

    /// Returns how many ticks have passed, to the nearest.
    fn ticks(&self) -> usize {
        let elapsed = self.began.elapsed().as_secs_f64();
        (elapsed / self.tick.as_secs_f64()).round() as usize
    }

    /// Draws a line for each of `counters`: its numbers, dots while
    /// its end waits to be taken, its name when it is.
    pub(crate) fn draw(&self, counters: &[Counter]) {
        say!("{}", self.way);
        let (notes, taken) = (lock(&self.notes), lock(&self.taken));
        for Counter { name, .. } in counters {
            let mut cells: Vec<String> = Vec::new();
            let mut put = |at: usize, cell: String, fill: &str| {
                cells.resize(cells.len().max(at), fill.to_owned());
                cells.push(cell);
            };
            let mut own =
                notes.iter().filter(|(it, ..)| it == name);
            for (_, number, at) in own.clone() {
                if *number > 0 {
                    put(*at, number.to_string(), " ");
                }
            }
            let end = own.next_back().map_or(0, |(_, _, at)| *at);
            let at = taken.iter().find(|(it, _)| it == name);
            let at = at.map_or(end, |(_, at)| *at);
            put(at, name.to_string(), ".");
            say!("  {name}  {}", cells.join(" "));
        }
    }
}

/// Says in which orders the ends were taken.
pub(crate) fn summary(boards: &[Board]) -> String {
    let taken: Vec<_> = boards.iter().map(Board::taken).collect();
    format!("Taken: {}.", taken.join(", "))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
