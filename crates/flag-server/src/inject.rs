//! Delays and errors that can be repeated.

use std::time::Duration;

use flags::server::{Delay, Kind};
use siphasher::sip::SipHasher24;

/// What a site adds to its answers: how slow, how faulty.
///
/// All that it draws is a pure function of the seed, the path and
/// the attempt on that path. Neither the clock nor the order in
/// which requests arrive changes anything.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Injection {
    /// How long an answer takes, uniform between two bounds.
    pub delay: Delay,
    /// Which share of the answers are errors, from 0 to 1.
    pub error_rate: f64,
    /// What everything is drawn from.
    pub seed: u64,
}

/// What a number is drawn for: draws for different purposes do not
/// depend on each other.
#[derive(Clone, Copy)]
enum Purpose {
    Delay,
    Error,
}

impl Injection {
    /// Returns what a site of this kind does unless told
    /// otherwise.
    pub fn of(kind: Kind) -> Self {
        Self {
            delay: kind.usual_delay(),
            error_rate: kind.usual_error_rate(),
            seed: 0,
        }
    }

    /// Returns how long the answer to this attempt on `path` is
    /// held back; the first attempt is number 0.
    pub fn delay(&self, path: &str, attempt: u64) -> Duration {
        let Delay { min, max } = self.delay;
        let drawn = self.draw(Purpose::Delay, path, attempt);
        min + (max - min).mul_f64(drawn)
    }

    /// Tells whether this attempt on `path` is answered with an
    /// error.
    pub fn is_error(&self, path: &str, attempt: u64) -> bool {
        self.draw(Purpose::Error, path, attempt) < self.error_rate
    }

    /// Draws a number from 0 up to, not including, 1.
    ///
    /// # Source
    ///
    /// SipHash-2-4, as Aumasson and Bernstein published it: unlike
    /// the standard library's hasher it will be the same in every
    /// version. The upper 53 bits are what an `f64` holds exactly.
    fn draw(&self, what: Purpose, path: &str, attempt: u64) -> f64 {
        let key = attempt << 1 | what as u64;
        let hasher = SipHasher24::new_with_keys(self.seed, key);
        let bits = hasher.hash(path.as_bytes()) >> 11;
        bits as f64 / (1_u64 << 53) as f64
    }
}
