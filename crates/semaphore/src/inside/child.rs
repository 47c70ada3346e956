//! Each way in a process of its own.

use std::{env, fmt, process::Command, str::FromStr};

use anyhow::{Context, ensure};
use lesson::{Figures, say};

use super::Crowd;

/// What a child process is told, by its environment.
const VARIABLE: &str = "SEMAPHORE_INSIDE";

/// When a unit acquires its permit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Before it is spawned.
    Before,
    /// Inside, when it runs.
    Inside,
}

/// What a process is asked to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// When units acquire their permits.
    pub way: Way,
    /// How many units there are to be in all.
    pub units: usize,
    /// How many permits there are.
    pub permits: usize,
}

/// What was measured of a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How many units existed at once, at the most.
    pub units: usize,
    /// How much memory its process had, in KiB, at the most, where
    /// the system tells.
    pub peak_kib: Option<u64>,
}

impl Asked {
    /// Returns what this process is asked to measure, if it is a
    /// child process of this step.
    pub(crate) fn of_this_process() -> Option<Self> {
        env::var(VARIABLE).ok()?.parse().ok()
    }

    /// Runs `way`, which returns whom it counted, and says what it
    /// took; the whole task of a child process.
    pub(crate) fn answer(self, way: impl FnOnce() -> Crowd) {
        let units = way().peak();
        let peak = Figures::of_this_process().get("VmHWM");
        let peak = peak.map_or("?".to_owned(), |it| it.to_string());
        say!("{units} {peak}");
    }

    /// Measures it in a process of its own.
    ///
    /// # Errors
    ///
    /// If that process does not start, or fails.
    pub(crate) fn measure(self) -> anyhow::Result<Measured> {
        let mut child = Command::new(env::current_exe()?);
        let output = child.env(VARIABLE, self.to_string()).output();
        let output = output.context("the child does not start")?;
        let said = String::from_utf8_lossy(&output.stdout);
        let mut figures = said.split_whitespace();
        let units = figures.next().and_then(|it| it.parse().ok());
        let peak = figures.next().and_then(|it| it.parse().ok());
        let error = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "a child failed: {error}");
        let units = units.context("a child said nothing")?;
        Ok(Measured { units, peak_kib: peak })
    }
}

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { way, units, permits } = self;
        let way = match way {
            Way::Before => "before",
            Way::Inside => "inside",
        };
        write!(f, "{way} {units} {permits}")
    }
}

/// The text does not say what is to be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAsked;

impl FromStr for Asked {
    type Err = NotAsked;

    fn from_str(text: &str) -> Result<Self, NotAsked> {
        let mut words = text.split(' ');
        let way = match words.next() {
            Some("before") => Way::Before,
            Some("inside") => Way::Inside,
            _ => return Err(NotAsked),
        };
        let mut count = || {
            let word = words.next().ok_or(NotAsked)?;
            word.parse().map_err(|_| NotAsked)
        };
        Ok(Self { way, units: count()?, permits: count()? })
    }
}
