//! What was seen of a spinner.

use std::time::Duration;

/// A longer gap, in ticks, looks like standing still.
const TICKS: u32 = 5;

/// What was seen of a spinner, from the making of its screen to
/// its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// How many frames were drawn.
    pub frames: usize,
    /// The longest time without a new one.
    pub longest_gap: Duration,
    /// Whether no frame is left there.
    pub erased: bool,
}

impl Seen {
    /// Tells whether the spinner turned all the time: it drew more
    /// than one frame, and none was late by more than a few ticks.
    pub fn kept_turning(&self, tick: Duration) -> bool {
        let longest = tick.saturating_mul(TICKS);
        self.frames > 1 && self.longest_gap <= longest
    }

    /// Says whether the spinner turned all the time.
    pub fn verdict(&self, tick: Duration) -> &'static str {
        if self.kept_turning(tick) {
            "kept turning"
        } else {
            "stood still"
        }
    }

    /// Says in a sentence what was seen.
    pub fn sentence(&self, tick: Duration) -> String {
        let Self { frames, .. } = self;
        let s = if *frames == 1 { "" } else { "s" };
        let (gap, verdict) = (self.gap(), self.verdict(tick));
        format!(
            "{frames} frame{s}, the longest gap {gap}: \
             the spinner {verdict}."
        )
    }

    /// Returns the longest gap as people read it.
    pub fn gap(&self) -> String {
        let gap = self.longest_gap;
        if gap < Duration::from_secs(1) {
            format!("{} ms", gap.as_millis())
        } else {
            format!("{:.2} s", gap.as_secs_f64())
        }
    }
}
