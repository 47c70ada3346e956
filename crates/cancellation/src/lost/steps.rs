//! A thread that goes on only when it is let to, so that one can
//! stop after each of its steps.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering::Relaxed},
        mpsc::{self, Receiver, SyncSender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

use lesson::say;

use super::{End, RECORDS};
use crate::{Audit, Job, Watch, event::Event};

/// What a thread does that copies.
pub type Copy = fn(&Job, &AtomicBool) -> End;

/// Where the thread waits to be let on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum At {
    Step,
    End,
}

/// A thread that waits before its start and after each step.
pub struct Steps {
    job: Arc<Job>,
    stop: Arc<AtomicBool>,
    go_on: SyncSender<()>,
    arrivals: Receiver<At>,
    unit: JoinHandle<End>,
    ended: bool,
}

impl Steps {
    /// Starts the thread; `watch` hears of its steps.
    pub fn start(watch: Watch, copy: Copy) -> Self {
        let (go_on, may_go_on) = mpsc::sync_channel(0);
        let may_go_on = Arc::new(Mutex::new(may_go_on));
        let (arrive, arrivals) = mpsc::sync_channel(0);
        let (its_turn, its_arrive) =
            (may_go_on.clone(), arrive.clone());
        let job = Job::new(
            RECORDS,
            Duration::ZERO,
            Box::new(move |event| {
                watch(event);
                its_arrive.send(At::Step).ok();
                wait(&its_turn);
            }),
        );
        let job = Arc::new(job);
        let stop = Arc::new(AtomicBool::new(false));
        let (its_job, its_stop) = (job.clone(), stop.clone());
        let unit = thread::spawn(move || {
            wait(&may_go_on);
            let end = copy(&its_job, &its_stop);
            arrive.send(At::End).ok();
            end
        });
        Self { job, stop, go_on, arrivals, unit, ended: false }
    }

    /// Lets the thread do one more step, waits until it has, and
    /// tells whether there was one.
    pub fn step(&mut self) -> bool {
        if !self.ended {
            self.go_on.send(()).ok();
            self.ended = self.arrivals.recv() != Ok(At::Step);
        }
        !self.ended
    }

    /// Tells the thread to stop, lets it go on to its end, and
    /// says where the records are.
    ///
    /// # Panics
    ///
    /// If the thread has panicked.
    pub fn stop(mut self) -> Audit {
        self.stop.store(true, Relaxed);
        while self.step() {}
        self.unit.join().expect("the copying panicked");
        self.job.audit()
    }
}

/// Lets a thread do so many steps, and returns while it is about
/// to do the next one: `main` returns then.
pub fn leave_after(steps: usize, copy: Copy) {
    let watch = Box::new(|event: Event<'_>| say!("{event}"));
    let mut unit = Steps::start(watch, copy);
    for _ in 0..steps {
        unit.step();
    }
}

/// Lets a thread do so many steps, tells it to stop, and says
/// where the records are when it has.
///
/// # Panics
///
/// If the thread has panicked.
pub fn stop_after(steps: usize, copy: Copy) -> Audit {
    let mut unit = Steps::start(Box::new(|_| {}), copy);
    for _ in 0..steps {
        unit.step();
    }
    unit.stop()
}

/// Waits to be let on; for ever, if whoever does that has gone.
fn wait(turn: &Mutex<Receiver<()>>) {
    let turn = turn.lock().expect("nobody panics while waiting");
    if turn.recv().is_err() {
        loop {
            thread::park();
        }
    }
}
