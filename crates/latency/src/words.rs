//! Figures as people say them.

use crate::{Nanoseconds, nanoseconds::two_digits};

/// Units of time: the name, the seconds in it, and how many of
/// them are still said, rather than one of the next.
///
/// A month is a twelfth of a year of 365.25 days.
const UNITS: [(&str, f64, f64); 6] = [
    ("s", 1.0, 90.0),
    ("min", 60.0, 90.0),
    ("h", 3_600.0, 48.0),
    ("days", 86_400.0, 60.0),
    ("months", 2_629_800.0, 24.0),
    ("years", 31_557_600.0, f64::INFINITY),
];

/// Returns how long `time` would be if one nanosecond took one
/// second.
pub fn slowed(time: Nanoseconds) -> String {
    let seconds = time.0;
    let fits = |(_, unit, most): &&(&str, f64, f64)| {
        seconds / unit < *most
    };
    let (name, unit, _) =
        *UNITS.iter().find(fits).unwrap_or(&UNITS[5]);
    let value = two_digits(seconds / unit);
    format!("{} {name}", value.trim_end_matches(".0"))
}

/// Returns a number with two digits, as in `27 million`.
pub fn about(count: f64) -> String {
    let large =
        [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];
    for (unit, name) in large {
        // 999,600 is said as a million.
        if count >= unit * 0.995 {
            return format!("{} {name}", two_digits(count / unit));
        }
    }
    if count < 9.95 {
        return two_digits(count);
    }
    // Two digits, and noughts.
    let step = 10_f64.powf(count.log10().floor() - 1.0);
    grouped((count / step).round() * step)
}

/// Returns a number below a million with a comma for thousands.
fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    match digits.len().checked_sub(3) {
        None | Some(0) => digits,
        Some(split) => {
            let (thousands, rest) = digits.split_at(split);
            format!("{thousands},{rest}")
        }
    }
}

/// Returns a size, as in `24 KiB`.
pub fn size(bytes: usize) -> String {
    let units = [(1 << 30, "GiB"), (1 << 20, "MiB")];
    for (unit, name) in units {
        if bytes >= unit {
            let value = two_digits(bytes as f64 / unit as f64);
            let value = value.trim_end_matches(".0");
            return format!("{value} {name}");
        }
    }
    format!("{} KiB", bytes >> 10)
}
