//! Times, sizes and ratios as people read them.

/// The units of time, each with its nanoseconds.
const UNITS: [(&str, f64); 5] = [
    ("h", 3.6e12),
    ("s", 1e9),
    ("ms", 1e6),
    ("µs", 1e3),
    ("ns", 1.0),
];

/// The units of memory, each with its bytes.
const SIZES: [(&str, f64); 4] = [
    ("GiB", 1_073_741_824.0),
    ("MiB", 1_048_576.0),
    ("KiB", 1_024.0),
    ("B", 1.0),
];

/// Returns a time with three digits, in the unit that fits.
pub fn time(nanoseconds: f64) -> String {
    let (unit, size) = unit_of(nanoseconds);
    format!("{} {unit}", three_digits(nanoseconds / size))
}

/// Returns a size with three digits, in the unit that fits.
pub fn size(bytes: f64) -> String {
    let (unit, size) = fitting(&SIZES, bytes);
    format!("{} {unit}", three_digits(bytes / size))
}

/// Returns a range of times, with the unit once.
pub(crate) fn times(low_ns: f64, high_ns: f64) -> String {
    let (unit, size) = unit_of(high_ns);
    let low = three_digits(low_ns / size);
    let high = three_digits(high_ns / size);
    format!("{low}–{high} {unit}")
}

/// Returns a ratio with three digits.
pub(crate) fn ratio(ratio: f64) -> String {
    three_digits(ratio)
}

/// Returns a range of ratios.
pub(crate) fn ratios(low: f64, high: f64) -> String {
    format!("{}–{}", three_digits(low), three_digits(high))
}

/// Returns a round time, as on an axis: `5 ms`.
pub(crate) fn tick(nanoseconds: f64) -> String {
    let (unit, size) = unit_of(nanoseconds);
    format!("{} {unit}", ratio_tick(nanoseconds / size))
}

/// Returns a round ratio, as on an axis: `0.5`.
pub(crate) fn ratio_tick(figure: f64) -> String {
    // Powers of ten are not exact below 1.
    let figure: f64 =
        format!("{figure:.3e}").parse().unwrap_or(figure);
    figure.to_string()
}

fn unit_of(nanoseconds: f64) -> (&'static str, f64) {
    fitting(&UNITS, nanoseconds)
}

/// Returns the largest unit that `figure` is not less than.
fn fitting(
    units: &[(&'static str, f64)],
    figure: f64,
) -> (&'static str, f64) {
    // What rounds to 1000 of a unit is 1 of the next.
    let fits = |(_, size): &&(&str, f64)| figure >= size * 0.9995;
    let last = units[units.len() - 1];
    units.iter().find(fits).copied().unwrap_or(last)
}

/// Returns a figure with three digits, or two below 1.
fn three_digits(figure: f64) -> String {
    let digits = match figure.abs() {
        it if it >= 99.95 => 0,
        it if it >= 9.995 => 1,
        it if it >= 0.0995 => 2,
        it if it > 0.0 => 1 - (it * 1.005).log10().floor() as i32,
        _ => 0,
    };
    let digits = digits.unsigned_abs() as usize;
    format!("{figure:.digits$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_three_digits_and_a_unit() {
        let shown = [0.5, 9.99, 999.6, 51_234.0, 2e9].map(time);
        let expected =
            ["0.50 ns", "9.99 ns", "1.00 µs", "51.2 µs", "2.00 s"];
        assert_eq!(shown, expected);
        assert_eq!(times(900.0, 1100.0), "0.90–1.10 µs");
        assert_eq!(time(9e12), "2.50 h");
        assert_eq!(size(9_728.0), "9.50 KiB");
        assert_eq!(size(5_033_164.8), "4.80 MiB");
        assert_eq!(ratio(123.4), "123");
        assert_eq!(ratio(0.000_571_6), "0.00057");
        assert_eq!(ratio(0.0), "0");
        assert_eq!(ratio_tick(10_f64.powi(-3)), "0.001");
    }
}
