//! The work of every step: records on their way from a source to
//! a sink.
//!
//! Each method is one step that nothing comes between; what can
//! go wrong happens from one step to the next.

use std::{
    collections::VecDeque,
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use crate::{
    Audit, Held,
    event::{Event, Op, Verb},
};

/// A record; they are numbered from 1.
pub type Record = usize;

/// Hears of each thing that happens, after it happened.
pub type Watch = Box<dyn Fn(Event<'_>) + Send + Sync>;

/// Records, some still in a source, some already in a sink.
pub struct Job {
    total: usize,
    pace: Duration,
    places: Mutex<Places>,
    watch: Watch,
}

struct Places {
    source: VecDeque<Record>,
    sink: Vec<Record>,
}

impl Job {
    /// Puts `total` records into the source.
    pub fn new(total: usize, pace: Duration, watch: Watch) -> Self {
        let places = Places {
            source: (1..=total).collect(),
            sink: Vec::new(),
        };
        Self { total, pace, places: Mutex::new(places), watch }
    }

    /// Returns how long one wait takes.
    pub fn pace(&self) -> Duration {
        self.pace
    }

    /// Tells whether there is a record in the source.
    pub fn has_more(&self) -> bool {
        !self.lock().source.is_empty()
    }

    /// Reads the next record, and leaves it in the source.
    pub fn peek(&self) -> Option<Record> {
        self.next(Verb::Peek)
    }

    /// Reads the next record out of the source: from here on only
    /// the caller has it.
    pub fn take(&self) -> Option<Record> {
        self.next(Verb::Take)
    }

    /// Takes the next record, with a guard that gives it back.
    pub fn hold(&self) -> Option<Held<'_>> {
        self.take().map(|record| Held::new(self, record))
    }

    /// Writes a record that was taken into the sink.
    pub fn put(&self, record: Record) {
        self.step(Verb::Put, record);
    }

    /// Moves a record from the source to the sink, in one step.
    pub fn pass(&self, record: Record) {
        self.step(Verb::Pass, record);
    }

    /// Moves the next record from the source to the sink, in one
    /// step; tells whether there was one.
    pub fn pass_next(&self) -> bool {
        self.next(Verb::Pass).is_some()
    }

    /// Writes the next record into the sink, and leaves it in the
    /// source.
    pub fn copy(&self) -> Option<Record> {
        self.next(Verb::Copy)
    }

    /// Removes a record that was copied from the source.
    pub fn remove(&self, record: Record) {
        self.step(Verb::Remove, record);
    }

    /// Returns a record that was taken to the head of the source.
    pub fn give_back(&self, record: Record) {
        self.step(Verb::GiveBack, record);
    }

    /// Takes note of something that moves no record.
    pub fn note(&self, what: &str) {
        (self.watch)(Event::Note(what));
    }

    /// Does again what another process says that it did.
    pub fn replay(&self, line: &str) {
        match line.parse() {
            Ok(Op { verb, record }) => self.step(verb, record),
            Err(_) => self.note(line),
        }
    }

    /// Says where all the records are.
    pub fn audit(&self) -> Audit {
        let places = self.lock();
        let source = places.source.iter().copied().collect();
        Audit::new(self.total, source, places.sink.clone())
    }

    fn next(&self, verb: Verb) -> Option<Record> {
        let mut places = self.lock();
        let record = *places.source.front()?;
        places.apply(verb, record);
        drop(places); // the watch may wait
        (self.watch)(Event::Op(Op { verb, record }));
        Some(record)
    }

    fn step(&self, verb: Verb, record: Record) {
        self.lock().apply(verb, record);
        (self.watch)(Event::Op(Op { verb, record }));
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.places.lock().expect("nobody panics in a step")
    }
}

impl Places {
    fn apply(&mut self, verb: Verb, record: Record) {
        match verb {
            Verb::Peek => {}
            Verb::Take | Verb::Remove => self.remove(record),
            Verb::Put | Verb::Copy => self.sink.push(record),
            Verb::Pass => {
                self.remove(record);
                self.sink.push(record);
            }
            Verb::GiveBack => self.source.push_front(record),
        }
    }

    fn remove(&mut self, record: Record) {
        let mut records = self.source.iter();
        let place = records.position(|other| *other == record);
        place.map(|place| self.source.remove(place));
    }
}
