//! What one waiting unit costs.

use crate::{Figure, Kind, Row, Spread, per_unit};

/// What one waiting unit costs, more or less.
#[derive(Clone, Debug, PartialEq)]
pub struct Costs {
    /// What the units are.
    pub kind: Kind,
    /// What lies in memory of the process, in bytes.
    pub resident: Option<Spread>,
    /// The addresses that it reserves, in bytes.
    pub reserved: Option<Spread>,
    /// What the kernel keeps for it, in bytes.
    pub kernel: Option<Spread>,
    /// Both together; without the kernel where that is not told.
    pub memory: Option<Spread>,
    /// How long it takes to create it, in nanoseconds.
    pub create: Option<Spread>,
}

impl Costs {
    /// Returns what a unit costs, from one point to a larger one.
    pub fn between(smaller: &Row, larger: &Row) -> Self {
        let (one, other) = (&smaller.readings, &larger.readings);
        let more = |figure: Figure| {
            per_unit(one, other, |it| figure.of(it))
        };
        let both = per_unit(one, other, |it| {
            Some(Figure::Resident.of(it)? + Figure::Kernel.of(it)?)
        });
        let resident = more(Figure::Resident);
        Self {
            kind: larger.point.kind,
            resident: resident.clone(),
            reserved: more(Figure::Virtual),
            kernel: more(Figure::Kernel),
            memory: both.or(resident),
            create: more(Figure::Create),
        }
    }
}
