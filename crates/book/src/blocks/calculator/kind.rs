//! Times, sizes, numbers: how a figure is read.

use report::units;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Time,
    Size,
    Number,
}

impl Kind {
    /// Returns what `name` is.
    pub(super) fn of(name: &str) -> Self {
        const NUMBERS: [&str; 7] = [
            "requests",
            "concurrency",
            "cores",
            "at_once",
            "turns",
            "batch",
            "pause",
        ];
        match name {
            _ if NUMBERS.contains(&name) => Self::Number,
            "held" => Self::Size,
            _ if name.contains("memory") => Self::Size,
            _ => Self::Time,
        }
    }

    /// Returns its name, for the script.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Size => "size",
            Self::Number => "number",
        }
    }

    /// Returns `value` as people read it.
    pub(super) fn show(self, value: f64) -> String {
        // What is left of a difference of two that are the same.
        let value = if value.abs() < 1e-12 { 0.0 } else { value };
        let sign = if value < 0.0 { "−" } else { "" };
        let value = value.abs();
        let shown = match self {
            Self::Time => units::time(value * 1e9),
            Self::Size => units::size(value),
            Self::Number => {
                ((value * 100.0).round() / 100.0).to_string()
            }
        };
        format!("{sign}{shown}")
    }
}
