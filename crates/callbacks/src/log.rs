//! When each stage was asked for and answered, on which threads,
//! and whose heart beat meanwhile.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, Thread, ThreadId},
    time::{Duration, Instant},
};

use flags::{Counts, DownloadStatus};
use lesson::say;

use crate::{Error, Row, Stage, content::describe};

/// All that was seen of some requests; clones note into the same
/// log.
#[derive(Clone, Debug)]
pub struct Log(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    start: Instant,
    show: Option<fn(&Row) -> String>,
    asked: Vec<Stage>,
    rows: Vec<Row>,
    beats: Vec<ThreadId>,
}

/// A request under way.
#[derive(Debug)]
pub struct Asked {
    stage: Stage,
    at: Duration,
    on: Thread,
    beats_before: usize,
}

impl Log {
    /// Makes a log that prints each request when it is answered,
    /// as `show` has it.
    pub fn shown(show: fn(&Row) -> String) -> Self {
        Self::new(Some(show))
    }

    /// Makes a log that prints nothing.
    pub fn silent() -> Self {
        Self::new(None)
    }

    fn new(show: Option<fn(&Row) -> String>) -> Self {
        Self(Arc::new(Mutex::new(State {
            start: Instant::now(),
            show,
            asked: Vec::new(),
            rows: Vec::new(),
            beats: Vec::new(),
        })))
    }

    /// Notes that this thread asks for `stage`.
    pub fn asked(&self, stage: Stage) -> Asked {
        let mut state = self.lock();
        state.asked.push(stage);
        Asked {
            stage,
            at: state.start.elapsed(),
            on: thread::current(),
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
        let here = beats.iter().filter(|it| **it == on.id());
        let beats_here = here.count();
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
            asked_on: on,
            answered_on: thread::current(),
            beats_here,
            beats_elsewhere: beats.len() - beats_here,
        };
        if let Some(show) = state.show {
            say!("{}", show(&row));
        }
        state.rows.push(row);
    }

    /// Notes that a heart beat, on this thread.
    pub fn beat(&self) {
        let thread = thread::current().id();
        self.lock().beats.push(thread);
    }

    /// Returns how often a heart beat so far.
    pub fn beats(&self) -> usize {
        self.lock().beats.len()
    }

    /// Returns what was asked for so far.
    pub fn requests(&self) -> Vec<Stage> {
        self.lock().asked.clone()
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
