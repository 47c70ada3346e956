//! Bytes, times and counts, as people read them.

use std::fmt;

use crate::Spread;

/// A figure with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    /// So many bytes.
    Bytes(f64),
    /// So many nanoseconds.
    Nanos(f64),
}

impl Amount {
    /// Returns the unit for it, and how much of ours that is.
    fn unit(self) -> (&'static str, f64) {
        const KIB: f64 = 1024.0;
        let (value, units) = match self {
            Self::Bytes(value) => (
                value,
                [
                    ("GiB", KIB * KIB * KIB),
                    ("MiB", KIB * KIB),
                    ("KiB", KIB),
                    ("B", 1.0),
                ],
            ),
            Self::Nanos(value) => (
                value,
                [("s", 1e9), ("ms", 1e6), ("µs", 1e3), ("ns", 1.0)],
            ),
        };
        let fits =
            |(_, of_ours): &(_, f64)| value.abs() >= *of_ours;
        units.into_iter().find(fits).unwrap_or(units[3])
    }

    fn value(self) -> f64 {
        let (Self::Bytes(value) | Self::Nanos(value)) = self;
        value
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, of_ours) = self.unit();
        let value = short(self.value() / of_ours);
        f.pad(&format!("{value} {name}"))
    }
}

/// Says what the rounds came to: the median, and how far from it a
/// round is at the most.
pub(crate) fn spread(
    spread: &Spread,
    amount: impl Fn(f64) -> Amount,
) -> String {
    let (median, off) = (spread.median(), spread.deviation());
    let (name, of_ours) = amount(median.abs().max(off)).unit();
    let [median, off] = [median, off].map(|it| short(it / of_ours));
    format!("{median} ±{off} {name}")
}

/// Returns two or three digits of `value`.
pub(crate) fn short(value: f64) -> String {
    if value.abs() < 9.95 && value.fract() != 0.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

/// Returns about `value`, to two digits, its thousands apart.
pub(crate) fn about(value: f64) -> String {
    if !value.is_finite() {
        return "any number of".to_owned();
    }
    let digits = value.max(1.0).log10().floor();
    let step = 10_f64.powf((digits - 1.0).max(0.0));
    thousands((value / step).floor() as u64 * step as u64)
}

/// Returns `count`, its thousands apart.
pub(crate) fn thousands(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
