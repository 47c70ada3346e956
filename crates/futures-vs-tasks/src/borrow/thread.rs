//! Threads that borrow, that share, and that keep to themselves.

use std::rc::Rc;
use std::{sync::Arc, thread};

use super::{NUMBERS, Part, add, halves};
use crate::Table;

/// Adds up `numbers`, which stay the caller's.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn borrowed(numbers: &[u64]) -> [Part; 2] {
    let (left, right) = numbers.split_at(numbers.len() / 2);
    let (left, right) = thread::scope(|scope| {
        let right = scope.spawn(|| add(right)); // beside this one
        (add(left), right.join().expect("no panic"))
    });
    [left, right]
}

/// Adds up `numbers`, which several may hold.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn shared(numbers: Arc<[u64]>) -> [Part; 2] {
    let (half, shared) = (numbers.len() / 2, numbers.clone());
    let unit = move || add(&shared[half..]);
    let unit = thread::spawn(unit); // beside this one
    let left = add(&numbers[..half]);
    let right = unit.join().expect("no panic");
    [left, right]
}

/// Adds up `numbers`, held by an `Rc`, which is not `Send`.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn kept(numbers: Vec<u64>) -> Part {
    let unit = thread::spawn(move || {
        let numbers = Rc::new(numbers); // made where it stays
        add(&numbers)
    });
    unit.join().expect("no panic") // this thread waits here
}

/// Shows who adds up what.
pub fn show(table: &mut Table) {
    let sums = borrowed(&NUMBERS);
    table.row("borrowed", halves(sums));
    let sums = shared(NUMBERS.into());
    table.row("shared by an Arc", halves(sums));
    let sum = kept(NUMBERS.into());
    table.row("held by an Rc", sum);
}
