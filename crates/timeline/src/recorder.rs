//! Notes what happens to the marks.

use std::{
    fmt,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::Instant,
};

use anyhow::Context;
use tracing::{
    Metadata, Subscriber,
    field::{Field, Visit},
    level_filters::LevelFilter,
    span,
    subscriber::{self, Interest},
};

use crate::{
    Event, Log, Mark, TARGET, Timeline, What, clock, read,
};

static THREADS: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    /// This thread's number, in the order of their first marks.
    static NUMBER: usize = THREADS.fetch_add(1, Relaxed);
}

/// Notes what happens to the marks of this process, from its
/// installation on.
///
/// A subscriber of our own, since it needs nothing of what a
/// registry of spans does, and the spinner should compile fast. It
/// asks for our marks alone, so that spans of libraries stay off.
#[derive(Clone, Debug)]
pub struct Recorder {
    started: Instant,
    log: Arc<Mutex<Log>>,
}

impl Recorder {
    /// Makes a recorder, and installs it for the whole process.
    ///
    /// # Errors
    ///
    /// If a subscriber was installed before.
    pub fn install() -> anyhow::Result<Self> {
        let (started, log) = (Instant::now(), Arc::default());
        let recorder = Self { started, log };
        subscriber::set_global_default(recorder.clone())
            .context("this process is recorded already")?;
        Ok(recorder)
    }

    /// Returns what was noted until now.
    pub fn log(&self) -> Log {
        self.lock().clone()
    }

    /// Returns what has happened until now.
    pub fn timeline(&self) -> Timeline {
        read::timeline(&self.log(), self.started.elapsed())
    }

    fn lock(&self) -> MutexGuard<'_, Log> {
        // Nobody panics who holds it.
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, id: &span::Id, what: What) {
        let number = NUMBER.with(|number| *number);
        let (mark, is_timed) = mark_of(id);
        let cpu = match what {
            What::Made | What::Done => None,
            _ => is_timed.then(clock::cpu).flatten(),
        };
        let mut log = self.lock();
        if log.threads.len() <= number {
            log.threads.resize(number + 1, None);
        }
        if log.threads[number].is_none() {
            let name = thread::current().name().map(str::to_owned);
            log.threads[number] = name;
        }
        // Within the lock, so that times go up from one to the
        // next.
        let at = self.started.elapsed();
        log.events.push(Event {
            at,
            cpu,
            thread: number,
            mark,
            what,
        });
    }
}

impl Subscriber for Recorder {
    fn register_callsite(
        &self,
        metadata: &'static Metadata<'static>,
    ) -> Interest {
        if self.enabled(metadata) {
            Interest::always()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && metadata.target() == TARGET
    }

    fn max_level_hint(&self) -> Option<LevelFilter> {
        Some(LevelFilter::INFO)
    }

    fn new_span(&self, span: &span::Attributes<'_>) -> span::Id {
        let mut mark = Mark {
            is_lane: span.metadata().name() == "lane",
            blocks: false,
            name: String::new(),
        };
        span.record(&mut mark);
        let is_timed = mark.is_lane || mark.blocks;
        let mut log = self.lock();
        let id = id_of(log.marks.len(), is_timed);
        log.marks.push(mark);
        drop(log);
        self.note(&id, What::Made);
        id
    }

    fn record(&self, id: &span::Id, _: &span::Record<'_>) {
        self.note(id, What::Done); // the one field that comes later
    }

    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}

    fn event(&self, _: &tracing::Event<'_>) {}

    fn enter(&self, id: &span::Id) {
        self.note(id, What::Entered);
    }

    fn exit(&self, id: &span::Id) {
        let panics = thread::panicking();
        let what = if panics { What::Panicked } else { What::Left };
        self.note(id, what);
    }

    fn try_close(&self, id: span::Id) -> bool {
        self.note(&id, What::Dropped); // nobody clones our spans
        true
    }
}

impl Visit for Mark {
    fn record_bool(&mut self, field: &Field, value: bool) {
        if field.name() == "blocks" {
            self.blocks = value;
        }
    }

    fn record_str(&mut self, _: &Field, value: &str) {
        self.name = printable(value);
    }

    fn record_debug(&mut self, _: &Field, value: &dyn fmt::Debug) {
        // Of `%name`, as it is displayed.
        self.name = printable(&format!("{value:?}"));
    }
}

/// Returns the id of the mark at `place`, which tells whether the
/// CPU time matters that a thread takes in it: to read that clock
/// costs as much as all else.
fn id_of(place: usize, is_timed: bool) -> span::Id {
    // Ids are never 0.
    span::Id::from_u64((place as u64 + 1) * 2 + u64::from(is_timed))
}

/// Returns what [`id_of`] was given.
fn mark_of(id: &span::Id) -> (usize, bool) {
    let id = id.into_u64();
    ((id / 2) as usize - 1, id % 2 == 1)
}

/// Returns `text` without what would control a terminal, or be no
/// character of XML.
fn printable(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}
