//! `--slow FACTOR`: the same lesson, for a projector.

use std::{str::FromStr, time::Duration};

/// How many times longer everything waits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slow(f64);

impl Slow {
    /// Returns `duration`, stretched.
    pub fn stretch(self, duration: Duration) -> Duration {
        duration.mul_f64(self.0)
    }
}

impl Default for Slow {
    fn default() -> Self {
        Self(1.0)
    }
}

/// The factor is not a number from 0.01 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadFactor;

impl std::fmt::Display for BadFactor {
    fn fmt(
        &self,
        f: &mut std::fmt::Formatter<'_>,
    ) -> std::fmt::Result {
        f.write_str("a factor is a number from 0.01 to 100")
    }
}

impl std::error::Error for BadFactor {}

impl FromStr for Slow {
    type Err = BadFactor;

    fn from_str(text: &str) -> Result<Self, BadFactor> {
        match text.parse() {
            Ok(factor) if (0.01..=100.0).contains(&factor) => {
                Ok(Self(factor))
            }
            _ => Err(BadFactor),
        }
    }
}
