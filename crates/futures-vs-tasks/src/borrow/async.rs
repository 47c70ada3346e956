//! Tasks that borrow, that share, and that keep to themselves.

use std::{rc::Rc, sync::Arc};
use tokio::{join, task};

use super::{NUMBERS, Part, add, halves};
use crate::Table;

/// Adds up `numbers`, which stay the caller's.
///
/// # Panics
///
/// Outside a runtime.
pub async fn borrowed(numbers: &[u64]) -> [Part; 2] {
    let (left, right) = numbers.split_at(numbers.len() / 2);
    let (left, right) = join! {
        async { add(left) }, // this task runs both, in turns
        async { add(right) },
    };
    [left, right]
}

/// Adds up `numbers`, which several may hold.
///
/// # Panics
///
/// Outside a runtime.
pub async fn shared(numbers: Arc<[u64]>) -> [Part; 2] {
    let (half, shared) = (numbers.len() / 2, numbers.clone());
    let unit = async move { add(&shared[half..]) };
    let unit = task::spawn(unit); // it runs when we wait
    let left = add(&numbers[..half]);
    let right = unit.await.expect("no panic");
    [left, right]
}

/// Adds up `numbers`, held by an `Rc`, which is not `Send`.
///
/// # Panics
///
/// Outside a runtime.
pub async fn kept(numbers: Vec<u64>) -> Part {
    let numbers = Rc::new(numbers);
    let units = task::LocalSet::new(); // they stay on this thread
    let unit = async move { add(&numbers) };
    let unit = units.spawn_local(unit);
    units.run_until(unit).await.expect("no panic")
}

/// Shows who adds up what.
pub async fn show(table: &mut Table) {
    let sums = borrowed(&NUMBERS).await;
    table.row("borrowed", halves(sums));
    let sums = shared(NUMBERS.into()).await;
    table.row("shared by an Arc", halves(sums));
    let sum = kept(NUMBERS.into()).await;
    table.row("held by an Rc", sum);
}
