//! The gaps of a heartbeat, as a small histogram.

use std::{fmt, time::Duration};

/// Where the rows of a histogram begin, in tenths of what a gap
/// should be: each two or three times as high as the one before,
/// so that few of them go far.
const EDGES: [u32; 5] = [0, 15, 30, 100, 300];

/// The columns of the longest bar.
const WIDTH: usize = 10;

/// The gaps between the ticks of a heartbeat.
#[derive(Clone, Debug)]
pub struct Gaps {
    every: Duration,
    gaps: Vec<Duration>,
}

impl Gaps {
    /// Takes the gaps of a heartbeat that should tick as often.
    pub fn new(every: Duration, gaps: Vec<Duration>) -> Self {
        Self { every, gaps }
    }

    /// Returns the longest one.
    pub fn longest(&self) -> Duration {
        self.gaps.iter().max().copied().unwrap_or_default()
    }

    /// Returns how many there are of `length` and more.
    pub fn at_least(&self, length: Duration) -> usize {
        self.gaps.iter().filter(|gap| **gap >= length).count()
    }

    /// Tells whether there is none: nothing was seen.
    pub fn is_empty(&self) -> bool {
        self.gaps.is_empty()
    }

    /// Counts the gaps between each edge and the next one.
    fn counts(&self) -> [usize; EDGES.len()] {
        let mut counts = [0; EDGES.len()];
        for gap in &self.gaps {
            let over =
                |tenths: &&u32| *gap >= self.every * **tenths / 10;
            let row = EDGES[1..].iter().take_while(over).count();
            counts[row] += 1;
        }
        counts
    }
}

/// Returns a table of several heartbeats side by side: a column
/// for each of `named`, a row for each range of gaps that occurs,
/// and the longest gap of each.
pub fn histogram(named: &[(&str, &Gaps)]) -> String {
    let width = if named.len() > 3 { 16 } else { 18 };
    let row = |label: &str, cells: &[String]| {
        let mut line = format!("{label:<14}");
        for cell in cells {
            line += &format!("{cell:<width$}");
        }
        line.trim_end().to_owned() + "\n"
    };
    let names: Vec<_> =
        named.iter().map(|(name, _)| (*name).to_owned()).collect();
    let mut text = row("gap", &names);
    let columns: Vec<_> =
        named.iter().map(|(_, gaps)| gaps.counts()).collect();
    let most = columns.iter().flatten().max().copied();
    let most = most.unwrap_or(0).max(1);
    let every =
        named.first().map_or(Duration::ZERO, |it| it.1.every);
    for (index, label) in labels(every).iter().enumerate() {
        let bar = |counts: &[usize; EDGES.len()]| {
            let count = counts[index];
            match count {
                0 => String::new(),
                _ => {
                    let bar = (count * WIDTH).div_ceil(most);
                    format!("{} {count}", "█".repeat(bar))
                }
            }
        };
        let cells: Vec<_> = columns.iter().map(bar).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            text += &row(label, &cells);
        }
    }
    let longest: Vec<_> = named
        .iter()
        .map(|(_, gaps)| Millis(gaps.longest()).to_string())
        .collect();
    text + &row("longest", &longest)
}

/// Names the rows of a histogram.
fn labels(every: Duration) -> Vec<String> {
    let edge = |tenths: u32| millis(every * tenths / 10);
    let mut labels: Vec<_> = EDGES
        .windows(2)
        .map(|it| {
            format!("{}-{} ms", edge(it[0].max(10)), edge(it[1]))
        })
        .collect();
    let last = EDGES.last().copied().unwrap_or_default();
    labels.push(format!("from {} ms", edge(last)));
    labels
}

/// A duration in milliseconds, as people read it.
#[derive(Clone, Copy, Debug)]
pub struct Millis(pub Duration);

impl fmt::Display for Millis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{} ms", millis(self.0)))
    }
}

/// Writes a duration in milliseconds, without their name.
pub(crate) fn millis(duration: Duration) -> String {
    round(duration.as_secs_f64() * 1e3)
}

/// Writes as many digits as say something.
fn round(ms: f64) -> String {
    let digits = usize::from(ms < 99.9 && ms.fract() > 0.05);
    format!("{ms:.digits$}")
}
