//! Walks through a poll.

use event_loop::trace::{
    Polled, Ready, Turn, Wait, What as For, WokenBy,
};

use super::Walk;
use crate::stepper::{Place, Runs, What};

impl Walk {
    /// Takes the steps of a poll in `turn`; `taken` is how many
    /// tasks the loop took out of the queue before it.
    pub(super) fn poll(
        &mut self,
        polled: &Polled,
        taken: usize,
        turn: &Turn,
    ) {
        let task = polled.task;
        let mut waits = self.lists.waits.iter();
        let behind = waits.find(|(it, _)| *it == task);
        let behind = behind.map(|(_, wait)| wait.clone());
        let runs = match (&behind, polled.waits.first()) {
            (Some(wait), _) => Some(runs(Place::Behind, wait)),
            (None, first) => first.map(|it| runs(Place::Top, it)),
        };
        self.at_us = polled.at_us;
        self.lists.taken.retain(|it| *it != task);
        self.lists.waits.retain(|(it, _)| *it != task);
        let did = polled.did.clone();
        let what = What::Polled { task, taken, did };
        self.step(what, runs.clone());
        if !polled.spawned.is_empty() {
            let tasks = polled.spawned.clone();
            let new = |task: &usize| Ready {
                task: *task,
                woken_by: WokenBy::Start,
            };
            self.lists.ready.extend(tasks.iter().map(new));
            self.step(What::Spawned { task, tasks }, runs);
        }
        self.at_us = polled.at_us + polled.took_us;
        for wait in &polled.waits {
            self.wait(task, wait, turn);
        }
        if polled.done {
            self.done(task, behind.as_ref(), turn);
        }
    }

    fn wait(&mut self, task: usize, wait: &Wait, turn: &Turn) {
        let what = wait.what;
        match what {
            For::Timer { .. } => {
                let all = turn.timers.iter();
                let its = all.filter(|it| it.task == task);
                let timers = &mut self.lists.timers;
                timers.retain(|it| it.task != task);
                timers.extend(its);
                timers.sort_by_key(|it| it.due_us);
            }
            For::Connected { socket }
            | For::Readable { socket } => {
                self.users.insert(socket, task);
                let mut all = turn.sockets.iter();
                let its = all.find(|it| it.socket == socket);
                let sockets = &mut self.lists.sockets;
                sockets.retain(|it| it.socket != socket);
                sockets.extend(its);
                sockets.sort_by_key(|it| it.socket);
            }
            For::Task { .. } | For::Thread => {}
        }
        self.lists.waits.push((task, wait.clone()));
        let runs = runs(Place::Await, wait);
        self.step(What::Waits { task, what }, Some(runs));
    }

    fn done(
        &mut self,
        task: usize,
        behind: Option<&Wait>,
        turn: &Turn,
    ) {
        let Self { lists, users, .. } = self;
        lists.timers.retain(|it| it.task != task);
        lists.sockets.retain(|it| {
            let stays = turn.sockets.iter();
            let mut stays = stays.map(|stays| stays.socket);
            users.get(&it.socket) != Some(&task)
                || stays.any(|socket| socket == it.socket)
        });
        let runs = behind.map(|wait| runs(Place::End, wait));
        self.step(What::Done { task }, runs);
    }
}

fn runs(place: Place, wait: &Wait) -> Runs {
    let (file, line) = (wait.file.clone(), wait.line);
    Runs { place, file, line }
}
