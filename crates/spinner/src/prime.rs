//! A prime test that can be interrupted: work for a processor.

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

/// A test by trial division, which tries one divisor a step and
/// goes on where it stopped.
#[derive(Clone, Copy, Debug)]
pub struct PrimeTest {
    // Wide enough for a test that lasts for hours.
    number: u128,
    divisor: u128,
}

impl PrimeTest {
    /// Starts to test `number`.
    pub fn new(number: u128) -> Self {
        Self { number, divisor: 2 }
    }

    /// Starts a test that takes about as long as `work` on this
    /// machine. Only its size is measured out: from then on it is
    /// an amount of work, however long it takes.
    ///
    /// It is the test of the square of a prime, the hardest of all
    /// numbers of its size that are not prime: nothing divides it
    /// but its root.
    pub fn lasting(work: Duration) -> Self {
        let mut root = FIRST_ROOT;
        // The larger the number, the slower a step: measure again
        // on one as large as the first measure suggests.
        for _ in 0..2 {
            let steps = work.as_secs_f64() / seconds_a_step(root);
            // Every second number is tried as a divisor.
            root = (2.0 * steps) as u128;
        }
        let is_prime = |&it: &u128| Self::new(it).finish();
        let root = (root..).find(is_prime).unwrap_or(root);
        Self::new(root * root)
    }

    /// Returns the number that is tested.
    pub fn number(&self) -> u128 {
        self.number
    }

    /// Tries the next `steps` divisors; tells whether the number
    /// is prime as soon as that is decided.
    pub fn advance(&mut self, steps: usize) -> Option<bool> {
        for _ in 0..steps {
            if self.divisor * self.divisor > self.number {
                return Some(self.number > 1);
            }
            if self.number.is_multiple_of(self.divisor) {
                return Some(false);
            }
            self.divisor += if self.divisor == 2 { 1 } else { 2 };
        }
        None
    }

    /// Tries all divisors that are left; tells whether the number
    /// is prime.
    pub fn finish(mut self) -> bool {
        loop {
            if let Some(is_prime) = self.advance(usize::MAX) {
                return is_prime;
            }
        }
    }
}

/// About the size of a test that lasts a second.
const FIRST_ROOT: u128 = 100_000_000;

/// How many steps are measured at a time.
const SAMPLE: usize = 200_000;

/// Measures a step in the middle of the test of the square of
/// `root`. The shortest of a few measures is the one which other
/// programs disturbed least.
fn seconds_a_step(root: u128) -> f64 {
    // So large that the sample ends before the test does.
    let root = root.max(4 * SAMPLE as u128);
    // An even number never divides an odd one.
    let (number, divisor) = ((root * root) | 1, root / 4 * 2);
    let measure = |_| {
        let mut test = PrimeTest { number, divisor };
        let started = Instant::now();
        black_box(test.advance(SAMPLE));
        started.elapsed()
    };
    let shortest = (0..5).map(measure).min().unwrap_or_default();
    shortest.as_secs_f64() / SAMPLE as f64
}
