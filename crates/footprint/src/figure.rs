//! What is measured, and what one unit more adds to it.

use crate::{Reading, Spread, amount::Amount};

/// One of the figures of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What of the process lies in memory.
    Resident,
    /// The addresses that it has reserved.
    Virtual,
    /// How much the kernel's own memory has grown.
    Kernel,
    /// How long it took until all waited.
    Create,
    /// How long it took until all were awake.
    Wake,
}

impl Figure {
    /// All figures, in the order of the columns.
    pub const ALL: [Self; 5] = [
        Self::Resident,
        Self::Virtual,
        Self::Kernel,
        Self::Create,
        Self::Wake,
    ];

    /// Returns the figure of `reading`, in bytes or nanoseconds,
    /// where the system tells it.
    pub fn of(self, reading: &Reading) -> Option<f64> {
        let bytes =
            |kib: Option<i64>| kib.map(|kib| 1024.0 * kib as f64);
        match self {
            Self::Resident => bytes(reading.resident),
            Self::Virtual => bytes(reading.reserved),
            Self::Kernel => bytes(reading.kernel),
            Self::Create => Some(reading.create.as_nanos() as f64),
            Self::Wake => Some(reading.wake.as_nanos() as f64),
        }
    }

    /// Returns `value` with its unit.
    pub(crate) fn amount(self, value: f64) -> Amount {
        match self {
            Self::Create | Self::Wake => Amount::Nanos(value),
            _ => Amount::Bytes(value),
        }
    }
}

/// Returns what one unit more adds to what `figure` takes from a
/// reading: in each round, from the smaller point to the larger
/// one. Nothing where the system does not tell, or where the larger
/// point has no more units.
pub fn per_unit(
    smaller: &[Reading],
    larger: &[Reading],
    figure: impl Fn(&Reading) -> Option<f64>,
) -> Option<Spread> {
    let slopes = smaller.iter().zip(larger).map(|(one, other)| {
        let units = other.present.checked_sub(one.present)?;
        let more = figure(other)? - figure(one)?;
        (units > 0).then(|| more / units as f64)
    });
    Spread::of(slopes.collect::<Option<Vec<_>>>()?)
}
