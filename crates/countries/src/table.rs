//! Figures of several rounds, and what they support.

use std::{cmp::Ordering, fmt, time::Duration};

use crate::{Plan, trial::Trial};

/// The least and the most of a figure in several rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range(pub u128, pub u128);

impl Range {
    /// Returns the range of `figures`, if there are any.
    pub fn of(figures: impl Iterator<Item = u128>) -> Option<Self> {
        figures.fold(None, |range, it| match range {
            None => Some(Self(it, it)),
            Some(Self(least, most)) => {
                Some(Self(least.min(it), most.max(it)))
            }
        })
    }

    /// Tells whether all of it is less than all of `other`, or
    /// more. If they meet, or nearly so, neither is the case: a
    /// gap of less than a twentieth (5 %) says nothing.
    pub fn against(self, other: Self) -> Ordering {
        let is_less = |this: Self, than: Self| {
            this.1 * 21 <= than.0 * 20 && this.1 < than.0
        };
        if is_less(self, other) {
            Ordering::Less
        } else if is_less(other, self) {
            Ordering::Greater
        } else {
            Ordering::Equal
        }
    }
}

/// Says whether the range of one of two names is `less` than that
/// of the other, or `more`, as far as the ranges tell.
pub fn sentence(
    [this, other]: [(&str, Range); 2],
    [less, more]: [&str; 2],
) -> String {
    let ((this, its), (other, others)) = (this, other);
    let how = match its.against(others) {
        Ordering::Less => less,
        Ordering::Greater => more,
        Ordering::Equal => {
            return format!(
                "{this} and {other} are not told apart."
            );
        }
    };
    format!("{this} {how} {other}.")
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(least, most) = self;
        if least == most {
            return least.fmt(f);
        }
        write!(f, "{least}-{most}")
    }
}

/// What one of the three came to in all rounds, in milliseconds
/// where nothing else is said.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// How long all of it took.
    pub wall: Range,
    /// After what time the first flag was there.
    pub first: Range,
    /// For how long a permit was held, at the most.
    pub hold: Option<Range>,
    /// How much of the time permits were in use, in percent.
    pub used: Option<Range>,
}

impl Cell {
    /// Sums up `trials`, which were made by `plan`.
    ///
    /// # Panics
    ///
    /// If there was no trial.
    pub fn new(plan: Plan, trials: &[Trial]) -> Self {
        let range = |figure: &dyn Fn(&Trial) -> Duration| {
            Range::of(
                trials.iter().map(|it| figure(it).as_millis()),
            )
            .expect("there is at least one round")
        };
        let logs: Option<Vec<_>> =
            trials.iter().map(|trial| trial.log.as_ref()).collect();
        let logs = logs.unwrap_or_default();
        let holds =
            logs.iter().map(|log| log.longest_hold(plan.hold));
        let used = logs.iter().map(|log| log.used(plan.permits));
        Self {
            wall: range(&|trial| trial.wall),
            first: range(&|trial| trial.first),
            hold: Range::of(holds.map(|hold| hold.as_millis())),
            used: Range::of(used.map(u128::from)),
        }
    }
}
