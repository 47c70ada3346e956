//! What is to be done, by every version alike.

use std::time::Duration;

use anyhow::ensure;
use lesson::limits::Limit;

use crate::version::Version;

/// Descriptors that a program has open besides its downloads:
/// standard streams, timers, a listener, the live figures.
const FIXED_DESCRIPTORS: u64 = 32;

/// What every version is asked to do.
#[derive(Clone, Debug)]
pub struct Job {
    /// How many flags to download.
    pub flags: u64,
    /// At most so many requests at once.
    pub max_req: u64,
    /// How long the server waits before it answers.
    pub delay: Duration,
    /// How many times each version runs.
    pub rounds: u32,
    /// Whether the flags are saved, and compared afterwards.
    pub save: bool,
    /// The versions, in the order of the table.
    pub versions: Vec<Version>,
}

impl Job {
    /// Returns the delay in the unit of the server's own option.
    pub fn delay_ms(&self) -> u64 {
        (self.delay.as_secs_f64() * 1_000.0).round() as u64
    }

    /// Returns how many requests are under way at once, in those
    /// versions that have several: there are no more than flags.
    pub fn at_once(&self) -> u64 {
        self.max_req.min(self.flags)
    }

    /// Returns how long `version` would take, if nothing but the
    /// server's waiting took time.
    pub fn ideal(
        &self,
        version: Version,
        mean_delay: Duration,
    ) -> Duration {
        let at_once = version.at_once(self.max_req);
        mean_delay.mul_f64(self.flags.div_ceil(at_once) as f64)
    }

    /// Returns how long all of it would take, if nothing but the
    /// server's waiting took time.
    pub fn ideal_in_all(&self) -> Duration {
        let delay = Duration::from_millis(self.delay_ms());
        let round: Duration = self
            .versions
            .iter()
            .map(|version| self.ideal(*version, delay))
            .sum();
        round * self.rounds
    }

    /// Returns how many files and connections one program has
    /// open at once: a connection for each request and, when it
    /// saves, a file.
    pub fn descriptors(&self) -> u64 {
        let for_each = if self.save { 2 } else { 1 };
        self.at_once() * for_each + FIXED_DESCRIPTORS
    }

    /// Makes sure that the system allows what is asked for.
    ///
    /// # Errors
    ///
    /// If a program may not open as many files and connections.
    pub fn check_fits(
        &self,
        open_files: Limit,
    ) -> anyhow::Result<()> {
        let needed = self.descriptors();
        let at_once = self.at_once();
        ensure!(
            needed <= open_files.value,
            "{at_once} requests at once need {needed} open files \
             and connections, and this system allows a program \
             {open_files}. Take a smaller --max-req, or raise the \
             limit: on Linux, 'sudo prlimit --pid $$ \
             --nofile={needed}' does so for this shell, on macOS \
             'sudo launchctl limit maxfiles {needed}'",
        );
        Ok(())
    }
}
