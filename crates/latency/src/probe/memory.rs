//! Loads, each of which needs the one before.

use std::{hint::black_box, time::Instant};

use super::{Probe, cycle::Cycle};
use crate::{Nanoseconds, caches::Set};

/// Walks through a set that a cache holds.
///
/// # Errors
///
/// If there is no such set.
pub fn cached(set: Set, loads: usize) -> Probe {
    let mut cycle = Cycle::random(set?);
    Ok(Box::new(move || {
        // The other rungs have driven it out.
        cycle.warm();
        Ok(timed(&mut cycle, loads))
    }))
}

/// Walks through a set that no cache holds; a sample goes on where
/// the last one ended.
///
/// # Errors
///
/// If there is no such set.
pub fn uncached(set: Set, loads: usize) -> Probe {
    let mut cycle = Cycle::random(set?);
    Ok(Box::new(move || Ok(timed(&mut cycle, loads))))
}

fn timed(cycle: &mut Cycle, loads: usize) -> Nanoseconds {
    let start = Instant::now();
    black_box(cycle.walk(loads));
    Nanoseconds::each(start.elapsed(), loads)
}
