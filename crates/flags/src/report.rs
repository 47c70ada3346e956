//! What a download came to, counted and told.

use std::io;

use serde::Serialize;

use crate::{Code, DownloadStatus, Error, progress::Progress};

/// As many failures are kept with their causes; further ones are
/// only counted, so that memory does not grow with the downloads.
const KEPT: usize = 1000;

/// What became of one code: the flag's size in bytes, or why it
/// could not be had.
#[derive(Debug)]
pub struct Outcome {
    /// The code that was asked for.
    pub code: Code,
    /// What became of it.
    pub result: Result<usize, Error>,
}

/// How many downloads ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The flag is there.
    pub ok: usize,
    /// There is no such flag.
    pub not_found: usize,
    /// Something failed.
    pub error: usize,
}

impl Counts {
    /// Returns how many downloads ended at all.
    pub fn total(&self) -> usize {
        self.ok + self.not_found + self.error
    }
}

/// A download that failed, and why.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize,
)]
pub struct Failure {
    /// The code that was asked for.
    pub cc: Code,
    /// The error and its causes, in one line.
    pub error: String,
}

/// Nobody reads the report any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nobody reads the report any more")]
pub struct Closed;

/// Counts outcomes and shows each as it arrives.
#[derive(Debug)]
pub struct Report {
    counts: Counts,
    failures: Vec<Failure>,
    progress: Progress,
    closed: Option<io::Error>,
}

impl Report {
    /// Makes a report that counts and shows nothing.
    pub fn silent() -> Self {
        Self::showing(Progress::Silent)
    }

    pub(crate) fn showing(progress: Progress) -> Self {
        Self {
            counts: Counts::default(),
            failures: Vec::new(),
            progress,
            closed: None,
        }
    }

    /// Counts `outcome` and shows it.
    ///
    /// # Errors
    ///
    /// If nobody reads the output any more: then there is no need
    /// to go on.
    pub fn add(&mut self, outcome: Outcome) -> Result<(), Closed> {
        self.add_as(outcome, None)
    }

    /// Counts `outcome` and shows it, with the name of the file
    /// in which the flag was saved.
    ///
    /// # Errors
    ///
    /// As [`Report::add`].
    pub fn add_as(
        &mut self,
        outcome: Outcome,
        name: Option<&str>,
    ) -> Result<(), Closed> {
        let shown = self.progress.show(&outcome, name);
        let status = match &outcome.result {
            Ok(_) => DownloadStatus::Ok,
            Err(error) => error.status(),
        };
        match status {
            DownloadStatus::Ok => self.counts.ok += 1,
            DownloadStatus::NotFound => self.counts.not_found += 1,
            DownloadStatus::Error => {
                self.counts.error += 1;
                self.keep(outcome);
            }
        }
        shown.map_err(|error| {
            self.closed = Some(error);
            Closed
        })
    }

    fn keep(&mut self, outcome: Outcome) {
        if let Err(error) = outcome.result
            && self.failures.len() < KEPT
        {
            let (cc, error) = (outcome.code, error.chain());
            self.failures.push(Failure { cc, error });
        }
    }

    /// Returns how many downloads ended how, so far.
    pub fn counts(&self) -> Counts {
        self.counts
    }

    /// Returns the failures that were kept, sorted by code.
    pub fn failures(&self) -> Vec<Failure> {
        let mut failures = self.failures.clone();
        failures.sort();
        failures
    }

    /// Ends what is shown while downloads arrive.
    ///
    /// # Errors
    ///
    /// If the output could not be written, now or earlier.
    pub(crate) fn finish(&mut self) -> io::Result<()> {
        let ended = self.progress.finish();
        self.closed.take().map_or(ended, Err)
    }
}
