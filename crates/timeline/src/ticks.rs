//! Round times for an axis, and times as people read them.

use std::time::Duration;

/// Returns round times from 0 to `end`, about `count` steps of
/// them: 1, 2 or 5 times a power of ten apart.
pub(crate) fn ticks(end: Duration, count: u32) -> Vec<Duration> {
    let least = (end / count).as_nanos().max(1);
    let power = 10_u128.pow(least.ilog10());
    let step = [1, 2, 5, 10]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least)
        .unwrap_or(least);
    let step = Duration::from_nanos(step as u64);
    (0..=count).map(|n| step * n).filter(|at| *at <= end).collect()
}

/// Returns `time` in the unit in which it has few digits.
pub(crate) fn short(time: Duration) -> String {
    let (value, unit) = match time.as_nanos() {
        0 => return "0".to_owned(),
        1_000_000_000.. => (time.as_secs_f64(), "s"),
        1_000_000.. => (time.as_secs_f64() * 1e3, "ms"),
        1_000.. => (time.as_secs_f64() * 1e6, "µs"),
        nanos => (nanos as f64, "ns"),
    };
    let digits = match value {
        100.0.. => 0,
        10.0.. => 1,
        _ => 2,
    };
    let value = format!("{value:.digits$}");
    let value = if value.contains('.') {
        value.trim_end_matches('0').trim_end_matches('.')
    } else {
        &value
    };
    format!("{value} {unit}")
}
