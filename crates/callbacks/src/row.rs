//! A request that was answered, as a row of a table.

use std::{thread::Thread, time::Duration};

use flags::DownloadStatus;

use crate::Stage;

/// A request that was answered.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was asked for.
    pub stage: Stage,
    /// When.
    pub asked: Duration,
    /// When its answer was there.
    pub answered: Duration,
    /// What came, in a few words; why nothing came, if so.
    pub came: String,
    /// What that counts as.
    pub status: DownloadStatus,
    /// The thread that asked.
    pub asked_on: Thread,
    /// The thread that went on with the answer.
    pub answered_on: Thread,
    /// How often a heart beat on the thread that asked.
    pub beats_here: usize,
    /// How often on other threads.
    pub beats_elsewhere: usize,
}

/// As many characters of what came are shown.
const CAME: usize = 17;

/// What stands above [`Row::with_beats`].
pub(crate) const WITH_BEATS: &str = "  \
    asked  answered  stage              came               \
    beats here  elsewhere";

/// What stands above [`Row::with_threads`].
pub(crate) const WITH_THREADS: &str = "  \
    asked  answered  stage              came               \
    asked on    answer on";

impl Row {
    /// Returns the row with whose heart beat.
    pub(crate) fn with_beats(&self) -> String {
        let Self { beats_here, beats_elsewhere, .. } = self;
        format!(
            "{}{beats_here:>10}  {beats_elsewhere:>9}",
            self.begin()
        )
    }

    /// Returns the row with the threads.
    pub(crate) fn with_threads(&self) -> String {
        let asked_on = name(&self.asked_on);
        let answered_on = name(&self.answered_on);
        format!("{}{asked_on:10}  {answered_on}", self.begin())
    }

    fn begin(&self) -> String {
        let Self { stage, asked, answered, came, .. } = self;
        let came: String = match came.chars().count() {
            0..=CAME => came.clone(),
            _ => came.chars().take(CAME - 1).chain(['…']).collect(),
        };
        let (asked, answered) =
            (asked.as_millis(), answered.as_millis());
        format!(
            "{asked:>4} ms  {answered:>5} ms  {stage:17}  \
             {came:CAME$}  "
        )
    }
}

/// Returns what a thread is called.
pub(crate) fn name(thread: &Thread) -> &str {
    thread.name().unwrap_or("new thread")
}
