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
    notes: Arc<Mutex<Vec<Note>>>,
}

/// Something that was seen of a counter.
#[derive(Clone, Copy, Debug)]
struct Note {
    name: char,
    what: What,
    /// How many ticks after the beginning, to the nearest.
    at: usize,
}

#[derive(Clone, Copy, Debug)]
enum What {
    Shows(u32),
    Ended,
    Taken,
}

impl Board {
    /// Makes an empty board for counters of this tick, which are
    /// run in this way.
    pub fn new(way: &'static str, tick: Duration) -> Self {
        let (began, notes) = (Instant::now(), Arc::default());
        Self { way, began, tick, notes }
    }

    /// Returns the time between two numbers.
    pub fn tick(&self) -> Duration {
        self.tick
    }

    /// Notes that a counter shows `number`.
    pub fn show(&self, counter: Counter, number: u32) {
        self.note(counter.name, What::Shows(number));
    }

    /// Notes that a counter has ended.
    pub fn end(&self, counter: Counter) {
        self.note(counter.name, What::Ended);
    }

    /// Notes that the end of the counter `name` is taken.
    pub fn take(&self, name: char) {
        self.note(name, What::Taken);
    }

    fn note(&self, name: char, what: What) {
        let mut notes = self.lock();
        let elapsed = self.began.elapsed().as_secs_f64();
        let at = elapsed / self.tick.as_secs_f64();
        notes.push(Note { name, what, at: at.round() as usize });
    }

    /// Returns in which order the counters ended and were taken:
    /// `a` when A ended, `A` when its end was taken.
    pub fn order(&self) -> String {
        let letter = |note: &Note| match note.what {
            What::Shows(_) => None,
            What::Ended => Some(note.name.to_ascii_lowercase()),
            What::Taken => Some(note.name),
        };
        self.lock().iter().filter_map(letter).collect()
    }

    /// Draws a line for each of `counters`: its numbers, dots while
    /// its end waits to be taken, its name when it is.
    pub(crate) fn draw(&self, counters: &[Counter]) {
        say!("{}", self.way);
        let notes = self.lock();
        for Counter { name, .. } in counters {
            let mut cells: Vec<String> = Vec::new();
            let mut put = |at: usize, cell: String, fill: &str| {
                cells.resize(cells.len().max(at), fill.to_owned());
                cells.push(cell);
            };
            for note in notes.iter().filter(|it| it.name == *name) {
                match note.what {
                    What::Shows(number) => {
                        put(note.at, number.to_string(), " ");
                    }
                    What::Ended => {}
                    What::Taken => {
                        put(note.at, name.to_string(), ".");
                    }
                }
            }
            say!("  {name}  {}", cells.join(" "));
        }
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Note>> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says in which orders the counters ended and were taken.
pub(crate) fn summary(boards: &[Board]) -> String {
    let orders = |is_it: fn(&char) -> bool| {
        let order = |board: &Board| -> String {
            board.order().chars().filter(is_it).collect()
        };
        let orders: Vec<_> = boards.iter().map(order).collect();
        orders.join(", ").to_ascii_uppercase()
    };
    let ended = orders(char::is_ascii_lowercase);
    let taken = orders(char::is_ascii_uppercase);
    format!(
        "By the three ways, from the top, they ended as \
         {ended},\nand were taken as {taken}."
    )
}
