//! When each stage was asked for and answered, on which threads,
//! and whose heart beat meanwhile.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

use flags::{Counts, DownloadStatus};
use lesson::say;

use crate::{Error, Stage, describe};

/// All that was seen of some requests; clones note into the same
/// log.
#[derive(Clone, Debug)]
pub struct Log(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    start: Instant,
    shown: bool,
    asked: usize,
    rows: Vec<Row>,
    beats: Vec<ThreadId>,
}

/// A request under way.
#[derive(Debug)]
pub struct Asked {
    stage: Stage,
    at: Duration,
    on: ThreadId,
    beats_before: usize,
}

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
    /// The thread that asked, and the one that had the answer.
    pub threads: [ThreadId; 2],
    /// How often a heart beat on the thread that asked.
    pub beats_here: usize,
    /// How often on other threads.
    pub beats_elsewhere: usize,
}

impl Log {
    /// Makes a log that prints each request when it is answered.
    pub fn shown() -> Self {
        Self::new(true)
    }

    /// Makes a log that prints nothing.
    pub fn silent() -> Self {
        Self::new(false)
    }

    fn new(shown: bool) -> Self {
        Self(Arc::new(Mutex::new(State {
            start: Instant::now(),
            shown,
            asked: 0,
            rows: Vec::new(),
            beats: Vec::new(),
        })))
    }

    /// Notes that this thread asks for `stage`.
    pub fn asked(&self, stage: Stage) -> Asked {
        let mut state = self.lock();
        state.asked += 1;
        Asked {
            stage,
            at: state.start.elapsed(),
            on: thread::current().id(),
            beats_before: state.beats.len(),
        }
    }

    /// Notes that this thread has the `answer` to what was
    /// `asked`.
    pub fn answered(
        &self,
        asked: Asked,
        answer: &Result<Vec<u8>, Error>,
    ) {
        let mut state = self.lock();
        let Asked { stage, at, on, beats_before } = asked;
        let beats = &state.beats[beats_before..];
        let here = beats.iter().filter(|it| **it == on).count();
        let (came, status) = match answer {
            Ok(body) => (describe(stage, body), DownloadStatus::Ok),
            Err(error) => (error.what(), error.status()),
        };
        let row = Row {
            stage,
            asked: at,
            answered: state.start.elapsed(),
            came,
            status,
            threads: [on, thread::current().id()],
            beats_here: here,
            beats_elsewhere: beats.len() - here,
        };
        if state.shown {
            say!("{row}");
        }
        state.rows.push(row);
    }

    /// Notes that a heart beat, on this thread.
    pub fn beat(&self) {
        let thread = thread::current().id();
        self.lock().beats.push(thread);
    }

    /// Returns how many requests were made.
    pub fn requests(&self) -> usize {
        self.lock().asked
    }

    /// Returns what was answered so far.
    pub fn rows(&self) -> Vec<Row> {
        self.lock().rows.clone()
    }

    /// Returns how many answers were what.
    pub fn counts(&self) -> Counts {
        let state = self.lock();
        let count = |status| {
            let rows = state.rows.iter();
            rows.filter(|row| row.status == status).count()
        };
        Counts {
            ok: count(DownloadStatus::Ok),
            not_found: count(DownloadStatus::NotFound),
            error: count(DownloadStatus::Error),
        }
    }

    /// Nothing panics half way through a change.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Row {
    /// The line that goes above rows.
    pub const HEAD: &str = "   \
        asked  answered  stage                   came           \
        beats here  elsewhere";
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { stage, asked, answered, came, .. } = self;
        let (here, elsewhere) =
            (self.beats_here, self.beats_elsewhere);
        let (asked, answered) =
            (asked.as_millis(), answered.as_millis());
        write!(
            f,
            "{asked:>5} ms  {answered:>5} ms  {stage:22}  \
             {came:16}  {here:>7}  {elsewhere:>9}"
        )
    }
}
