//! Writes the trace while the loop runs.

use std::{
    collections::HashMap,
    mem,
    panic::Location,
    time::{Duration, Instant},
};

use super::{Polled, Slept, Turn, Wait, What};
use crate::runtime::current::{Loop, try_current};

/// The turn that is being recorded, and what outlives it.
pub(crate) struct Recorder {
    started: Instant,
    names: HashMap<usize, String>,
    turn: Turn,
}

/// Returns `duration` as the trace writes it.
pub(crate) fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

/// Names the task that calls it, for the trace; elsewhere, it does
/// nothing.
pub fn name(name: &str) {
    if let Some(this) = try_current() {
        this.recorder.borrow_mut().name(name);
    }
}

/// Adds to the trace what the task that calls it did; elsewhere,
/// it does nothing.
pub fn did(what: &str) {
    if let Some(this) = try_current() {
        let polled = |it: &mut Polled| it.did.push(what.to_owned());
        this.recorder.borrow_mut().poll().map(polled);
    }
}

impl Recorder {
    pub(crate) fn new() -> Self {
        let started = Instant::now();
        let names = HashMap::from([(0, "main".to_owned())]);
        Self { started, names, turn: Turn::default() }
    }

    fn now(&self) -> u64 {
        micros(self.started.elapsed())
    }

    fn name(&mut self, name: &str) {
        let task = self.poll().map(|it| it.task);
        self.names.extend(task.map(|it| (it, name.to_owned())));
    }

    pub(crate) fn slept(
        &mut self,
        begun: Instant,
        at_most: Option<Duration>,
        times: u32,
    ) {
        let at_most_us = at_most.map(micros);
        let for_us = micros(begun.elapsed());
        self.turn.slept = Slept { at_most_us, for_us, times };
        self.turn.at_us = self.now();
        self.turn.turn += 1;
    }

    pub(crate) fn spawned(&mut self, task: usize) {
        if let Some(poll) = self.poll() {
            poll.spawned.push(task);
        }
    }

    /// Returns the poll that runs now.
    pub(crate) fn poll(&mut self) -> Option<&mut Polled> {
        self.turn.polls.last_mut()
    }

    pub(crate) fn begin_poll(&mut self, task: usize) {
        let at_us = self.now();
        let poll = Polled { task, at_us, ..Polled::default() };
        self.turn.polls.push(poll);
    }

    pub(crate) fn end_poll(&mut self, done: bool) {
        let now = self.now();
        if let Some(poll) = self.turn.polls.last_mut() {
            let unnamed = || format!("task {}", poll.task);
            let name = self.names.get(&poll.task).cloned();
            poll.name = name.unwrap_or_else(unnamed);
            poll.took_us = now - poll.at_us;
            poll.done = done;
        }
    }
}

impl Loop {
    /// Takes the ready queue; returns the numbers of its tasks.
    pub(crate) fn begin_turn(&self) -> Vec<usize> {
        let ready = self.ready.take();
        let tasks = ready.iter().map(|it| it.task).collect();
        self.recorder.borrow_mut().turn.ready = ready;
        tasks
    }

    /// Notes that the task which is polled waits, and for what;
    /// returns its number.
    pub(crate) fn waits_for(
        &self,
        what: What,
        place: &Location<'_>,
    ) -> usize {
        let mut recorder = self.recorder.borrow_mut();
        let poll = recorder.poll().expect("futures are polled");
        poll.waits.push(Wait::new(what, place));
        poll.task
    }

    /// Returns what happened since the turn began.
    pub(crate) fn end_turn(&self) -> Turn {
        let mut recorder = self.recorder.borrow_mut();
        let started = recorder.started;
        recorder.turn.timers = self.timers.borrow().list(started);
        recorder.turn.sockets = self.reactor.borrow().list();
        let turn = recorder.turn.turn;
        let next = Turn { turn, ..Turn::default() };
        mem::replace(&mut recorder.turn, next)
    }
}
