//! Times that may be shorter than a nanosecond.

use std::{fmt, ops::Mul, time::Duration};

/// A time; a `Duration` would round a load to whole nanoseconds.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Nanoseconds(pub f64);

/// A nanosecond's larger relatives.
const UNITS: [(f64, &str); 4] =
    [(1e9, "s"), (1e6, "ms"), (1e3, "µs"), (1.0, "ns")];

impl Nanoseconds {
    /// Returns what one of `count` took that took `total`.
    pub fn each(total: Duration, count: usize) -> Self {
        Self(total.as_secs_f64() * 1e9 / count as f64)
    }

    /// Returns how often `other` goes into it.
    pub fn per(self, other: Self) -> f64 {
        self.0 / other.0
    }

    /// The largest unit of which it is one or more, and its name.
    fn unit(self) -> (f64, &'static str) {
        // 999.6 ns will be shown as 1.0 µs.
        let fits = |(unit, _): &&(f64, &str)| {
            self.0 >= unit * 0.9995 || *unit == 1.0
        };
        *UNITS.iter().find(fits).unwrap_or(&UNITS[3])
    }
}

impl Mul<f64> for Nanoseconds {
    type Output = Self;

    fn mul(self, factor: f64) -> Self {
        Self(self.0 * factor)
    }
}

impl fmt::Display for Nanoseconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (unit, name) = self.unit();
        f.pad(&format!("{} {name}", two_digits(self.0 / unit)))
    }
}

/// Returns two times with the unit of the second, as in `0.9 to
/// 1.2 µs`.
pub fn range(low: Nanoseconds, high: Nanoseconds) -> String {
    let (unit, name) = high.unit();
    let low = match low.0 / unit {
        small if small < 0.01 => "<0.01".to_owned(),
        low => two_digits(low),
    };
    format!("{low} to {} {name}", two_digits(high.0 / unit))
}

/// Returns `value` with two digits, or all before the point.
pub fn two_digits(value: f64) -> String {
    let places = match value {
        value if value >= 9.95 => 0,
        value if value >= 0.995 => 1,
        _ => 2,
    };
    format!("{value:.places$}")
}
