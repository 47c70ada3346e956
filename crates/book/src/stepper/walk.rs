//! Walks through the turns of a trace.

mod poll;

use std::collections::BTreeMap;

use event_loop::trace::{
    Polled, Ready, Trace, Turn, What as For, WokenBy,
};

use super::{Lists, Runs, Step, What};

/// Returns the steps of the run that wrote `trace`, in order.
pub fn steps(trace: &Trace) -> Vec<Step> {
    let mut walk = Walk::default();
    for (place, turn) in trace.turns.iter().enumerate() {
        let next = trace.turns.get(place + 1);
        walk.turn(turn, next.map_or(&[], |next| &next.ready));
    }
    walk.steps
}

/// How far one has come.
#[derive(Default)]
struct Walk {
    steps: Vec<Step>,
    turn: usize,
    at_us: u64,
    lists: Lists,
    /// The task that uses a socket.
    users: BTreeMap<usize, usize>,
}

impl Walk {
    fn step(&mut self, what: What, runs: Option<Runs>) {
        let Self { turn, at_us, .. } = *self;
        let lists = self.lists.clone();
        self.steps.push(Step { turn, at_us, what, runs, lists });
    }

    /// Takes the steps of `turn`; `next` is the ready queue at the
    /// begin of the next one.
    fn turn(&mut self, turn: &Turn, next: &[Ready]) {
        self.turn = turn.turn;
        let slept = turn.slept;
        if slept.at_most_us != Some(0) || slept.times > 1 {
            let until_us = turn.at_us;
            self.at_us = until_us.saturating_sub(slept.for_us);
            self.step(What::Sleeps { until_us }, None);
        }
        self.at_us = turn.at_us;
        for ready in &turn.ready {
            self.wake(*ready, None);
        }
        self.lists.ready.clear();
        let tasks = turn.ready.iter().map(|ready| ready.task);
        self.lists.taken = tasks.collect();
        let mut taken = turn.ready.len();
        for polled in &turn.polls {
            self.poll(polled, taken, turn);
            self.woken_by(polled, next);
            taken = 0;
        }
        for ready in next {
            if ready.woken_by == WokenBy::Task {
                self.wake(*ready, None);
            }
        }
        // Whatever was missed, the trace knows.
        self.lists.timers.clone_from(&turn.timers);
        self.lists.sockets.clone_from(&turn.sockets);
        self.lists.taken.clear();
    }

    /// Puts a task into the ready queue, unless it is there.
    fn wake(&mut self, ready: Ready, ended: Option<usize>) {
        let Ready { task, woken_by: by } = ready;
        let Lists { ready: queue, timers, sockets, .. } =
            &mut self.lists;
        if queue.iter().any(|it| it.task == task) {
            return;
        }
        let mut from = ended;
        if by == WokenBy::Timer {
            let timer =
                timers.iter().position(|it| it.task == task);
            timer.map(|place| timers.remove(place));
        }
        if by == WokenBy::Socket {
            let mut sockets = sockets.iter_mut();
            let socket = sockets.find(|it| it.task == Some(task));
            if let Some(socket) = socket {
                socket.task = None;
                from = Some(socket.socket);
            }
        }
        queue.push(ready);
        self.step(What::Woken { task, by, from }, None);
    }

    /// Wakes who waited for the end of the task that was polled.
    fn woken_by(&mut self, polled: &Polled, next: &[Ready]) {
        if !polled.done {
            return;
        }
        for ready in next {
            let ended = For::Task { task: polled.task };
            let mut waits = self.lists.waits.iter();
            let waited = waits.any(|(task, wait)| {
                *task == ready.task && wait.what == ended
            });
            if waited && ready.woken_by == WokenBy::Task {
                self.wake(*ready, Some(polled.task));
            }
        }
    }
}
