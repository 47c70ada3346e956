//! Live progress: one bar a version, on standard error, absent
//! when that is not a terminal.

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::{job::Job, version::Version};

/// The bars.
#[derive(Debug)]
pub struct Progress {
    all: MultiProgress,
    bars: Vec<(Version, ProgressBar)>,
}

impl Progress {
    /// Draws an empty bar for each version of `job`.
    ///
    /// # Panics
    ///
    /// Never: the template is written below.
    pub fn of(job: &Job) -> Self {
        let style = ProgressStyle::with_template(
            "{prefix:10}  {bar:45.cyan/dim}  {pos:>7} of {len}",
        )
        .expect("the template is right")
        .progress_chars("█▌ ");
        let all = MultiProgress::new();
        let total = job.flags * u64::from(job.rounds);
        let bar = |version: &Version| {
            let bar = all.add(ProgressBar::new(total));
            bar.set_style(style.clone());
            bar.set_prefix(version.name());
            (*version, bar)
        };
        let bars: Vec<_> = job.versions.iter().map(bar).collect();
        // All are there before one is drawn.
        bars.iter().for_each(|(_, bar)| bar.tick());
        Self { all, bars }
    }

    /// Tells whether anybody sees them.
    pub fn is_seen(&self) -> bool {
        !self.all.is_hidden()
    }

    /// Shows that `version` has had `done` downloads, over all
    /// rounds.
    pub fn set(&self, version: Version, done: u64) {
        for (of, bar) in &self.bars {
            if *of == version {
                bar.set_position(done);
            }
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        // Bars that cannot be erased are no reason to fail.
        let _ = self.all.clear();
    }
}
