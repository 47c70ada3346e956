//! A walk through memory on which nobody can run ahead.

use std::hint::black_box;

/// Bytes that go into a cache together, on most machines. Where
/// they are 128, each line is met twice as often as meant.
const LINE_BYTES: usize = 64;

/// Numbers in a line, of which the first one is used.
const LINE: usize = LINE_BYTES / size_of::<usize>();

/// A set of memory in which each line says which one is next.
///
/// Where the next load goes is known only when this one has come:
/// neither the processor nor the compiler can begin it earlier,
/// and since the order is random, nothing can be guessed.
#[derive(Clone, Debug)]
pub struct Cycle {
    set: Vec<usize>,
    at: usize,
}

impl Cycle {
    /// Makes a cycle through `bytes` of memory, at random, the
    /// same each time.
    ///
    /// # Source
    ///
    /// S. Sattolo, *An algorithm to generate a random cyclic
    /// permutation* (1986): a shuffle in which nothing is swapped
    /// with itself makes one cycle through all.
    pub fn random(bytes: usize) -> Self {
        let lines = (bytes / LINE_BYTES).max(1);
        let mut next: Vec<usize> = (0..lines).collect();
        let mut random = fastrand::Rng::with_seed(1);
        for last in (1..lines).rev() {
            next.swap(last, random.usize(..last));
        }
        let mut set = vec![0; lines * LINE];
        for (line, next) in next.into_iter().enumerate() {
            set[line * LINE] = next * LINE;
        }
        Self { set, at: 0 }
    }

    /// Returns how many lines it has.
    pub fn lines(&self) -> usize {
        self.set.len() / LINE
    }

    /// Reads every line once, so that the caches hold what they
    /// can of it.
    pub fn warm(&self) {
        black_box(self.set.iter().step_by(LINE).sum::<usize>());
    }

    /// Goes on by `loads`, each of which needs the one before, and
    /// returns the line where it ends.
    pub fn walk(&mut self, loads: usize) -> usize {
        for _ in 0..loads {
            self.at = self.set[self.at];
        }
        self.at / LINE
    }
}
