//! When requests arrived, by the server's clock.

use std::time::{Duration, Instant};

use flags::server::Visit;

/// As many columns are drawn.
const COLUMNS: usize = 22;

/// When requests arrived, in order.
#[derive(Clone, Debug)]
pub struct Arrivals(Vec<Instant>);

impl Arrivals {
    /// Takes them from what a server saw.
    pub fn of(visits: &[Visit]) -> Self {
        Self(visits.iter().map(|visit| visit.arrived).collect())
    }

    /// Returns how many there were.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// Returns how long it took from the first to the last.
    pub fn span(&self) -> Duration {
        match (self.0.first(), self.0.last()) {
            (Some(first), Some(last)) => *last - *first,
            _ => Duration::ZERO,
        }
    }

    /// Counts those of each `slot` of time; the first one arrived
    /// in the middle of the first slot.
    fn in_slots(&self, slot: Duration) -> Vec<usize> {
        let mut slots = Vec::new();
        for arrived in &self.0 {
            let since = (*arrived - self.0[0]).as_secs_f64();
            let place = (since / slot.as_secs_f64()).round();
            let place = place as usize;
            slots.resize(slots.len().max(place + 1), 0);
            slots[place] += 1;
        }
        slots
    }

    /// Draws how many arrived in each `slot` of time.
    pub fn drawn(&self, slot: Duration) -> String {
        let slots = self.in_slots(slot);
        let column = |count: &usize| match count {
            0 => " .".to_owned(),
            1..=99 => format!("{count:2}"),
            _ => "++".to_owned(),
        };
        let shown = slots.iter().take(COLUMNS).map(column);
        let more = if slots.len() > COLUMNS { " …" } else { "" };
        shown.collect::<String>() + more
    }
}
