//! What is measured of one process.

use std::{
    fmt,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
    time::{Duration, Instant},
};

use crate::{Memory, tell::Tell};

/// Looks at this process at the moments that its half tells.
#[derive(Debug)]
pub struct Meter {
    told: Arc<AtomicUsize>,
    since: Instant,
    before: Memory,
    reading: Reading,
}

/// What was measured at one point, while all units waited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How many units had told that they wait, and were not woken.
    pub present: usize,
    /// What of the process lay in memory, in KiB.
    pub resident: Option<i64>,
    /// The addresses that it had reserved, in KiB.
    pub reserved: Option<i64>,
    /// How much the kernel's own memory grew while units were
    /// created, in KiB, in the whole system.
    pub kernel: Option<i64>,
    /// From the first that was created until all waited.
    pub create: Duration,
    /// From the signal until all were awake.
    pub wake: Duration,
}

impl Meter {
    /// Makes a meter that has seen nothing.
    #[expect(clippy::new_without_default, reason = "it has begun")]
    pub fn new() -> Self {
        let before = Memory::read();
        let reading = Reading::default();
        let told = Arc::default();
        Self { told, since: Instant::now(), before, reading }
    }

    /// Notes that the units are created from now on.
    pub fn begin(&mut self) {
        self.before = Memory::read();
        self.since = Instant::now();
    }

    /// Returns what units tell with that they wait, by `sender`.
    pub(crate) fn tell<S>(&self, sender: S) -> Tell<S> {
        Tell::new(self.told.clone(), sender)
    }

    /// Notes that all wait; from now on they are woken.
    pub fn all_wait(&mut self) {
        let create = self.since.elapsed();
        let now = Memory::read();
        let grown = now.kernel.zip(self.before.kernel);
        self.reading = Reading {
            present: self.told.load(SeqCst),
            resident: now.resident,
            reserved: now.reserved,
            kernel: grown.map(|(now, before)| now - before),
            create,
            wake: Duration::ZERO,
        };
        self.since = Instant::now();
    }

    /// Notes that all are awake.
    pub fn all_woken(&mut self) {
        self.reading.wake = self.since.elapsed();
    }

    /// Returns what was measured.
    pub fn reading(&self) -> Reading {
        self.reading
    }
}

impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.present)?;
        for kib in [self.resident, self.reserved, self.kernel] {
            match kib {
                Some(kib) => write!(f, " {kib}")?,
                None => f.write_str(" ?")?,
            }
        }
        let [create, wake] =
            [self.create, self.wake].map(|it| it.as_nanos());
        write!(f, " {create} {wake}")
    }
}

/// The text is no reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoReading;

impl FromStr for Reading {
    type Err = NoReading;

    fn from_str(text: &str) -> Result<Self, NoReading> {
        let words: Vec<_> = text.split_whitespace().collect();
        let [present, resident, reserved, kernel, create, wake] =
            words[..]
        else {
            return Err(NoReading);
        };
        let kib = |word: &str| match word {
            "?" => Ok(None),
            _ => word.parse().map(Some).map_err(|_| NoReading),
        };
        let time = |word: &str| {
            let nanos = word.parse().map_err(|_| NoReading)?;
            Ok(Duration::from_nanos(nanos))
        };
        Ok(Self {
            present: present.parse().map_err(|_| NoReading)?,
            resident: kib(resident)?,
            reserved: kib(reserved)?,
            kernel: kib(kernel)?,
            create: time(create)?,
            wake: time(wake)?,
        })
    }
}
