//! Work that blocks a thread, and that nobody can stop.
//!
//! The work is the same in both halves: it knows of no runtime.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
        mpsc::{self, Receiver, TryRecvError},
    },
    thread::sleep,
    time::{Duration, Instant},
};

use crate::{Plan, Unit, seen::Millis};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// What is called and what that does, for each row.
type Names = [(&'static str, &'static str); 4];

const OF_THREADS: Names = [
    ("flag, join", "the work never looks at the flag"),
    ("join", "waits until the work is done"),
    ("recv_timeout", "waits for a while, then leaves it"),
    ("drop(handle)", "leaves it at once"),
];

const OF_TASKS: Names = [
    ("abort, await", "the work has begun: no effect"),
    ("drop(runtime)", "waits until the work is done"),
    ("shutdown_timeout", "waits for a while, then leaves it"),
    ("shutdown_background", "leaves it at once"),
];

/// Blocking work, to be run once.
pub type Run = Box<dyn FnOnce() + Send>;

/// What one knows of blocking work from outside.
pub struct Work {
    stop: Arc<AtomicBool>,
    /// Receives when the work has begun.
    pub begun: Receiver<()>,
    /// Closes when the work has ended.
    pub ended: Receiver<()>,
}

impl Work {
    /// Makes work that does `body`.
    pub fn new(
        body: impl FnOnce() + Send + 'static,
    ) -> (Run, Self) {
        let stop = Arc::new(AtomicBool::new(false));
        let (begin, begun) = mpsc::sync_channel(1);
        let (alive, ended) = mpsc::sync_channel(0);
        let its_stop = stop.clone();
        let run = Box::new(move || {
            if !its_stop.load(Relaxed) {
                begin.send(()).ok();
                body();
            }
            drop(alive);
        });
        (run, Self { stop, begun, ended })
    }

    /// Makes work that copies the records of `plan`.
    fn copying(plan: &Plan) -> (Run, Self) {
        let job = plan.quiet_job();
        Self::new(move || {
            while job.pass_next() {
                sleep(job.pace());
            }
        })
    }

    /// Asks the work to stop; it looks before it begins, and then
    /// never again.
    pub fn ask(&self) {
        self.stop.store(true, Relaxed);
    }

    /// Says how it is with the work, for a `main` that has waited
    /// since `asked`.
    fn outcome(&self, asked: Instant) -> Outcome {
        let waited = asked.elapsed();
        let end = self.ended.try_recv();
        Outcome {
            waited,
            done: end == Err(TryRecvError::Disconnected),
        }
    }
}

/// What came of one call.
#[derive(Clone, Copy, Debug)]
pub struct Outcome {
    /// How long `main` waited.
    pub waited: Duration,
    /// Whether the work was done then.
    pub done: bool,
}

/// One call for each row, printed as they return.
struct Table<'plan> {
    plan: &'plan Plan,
    outcomes: Vec<Outcome>,
}

impl<'plan> Table<'plan> {
    fn begin(plan: &'plan Plan) -> Self {
        let [call, waited, done] =
            ["main calls", "main waited", "work done"];
        let line = format!("{call:<20}{waited:>12}{done:>11}");
        plan.say(line);
        Self { plan, outcomes: Vec::new() }
    }

    fn row(&mut self, outcome: Outcome) {
        let names = match self.plan.unit {
            Unit::Thread => OF_THREADS,
            Unit::Task => OF_TASKS,
        };
        let (call, about) = names[self.outcomes.len()];
        let time = Millis(outcome.waited);
        let done = yes_or_no(outcome.done);
        self.plan.say(format_args!(
            "{call:<20}{time:>12}{done:>11}   {about}"
        ));
        self.outcomes.push(outcome);
    }
}

/// What came of all calls.
#[derive(Clone, Debug)]
pub struct Outcomes(pub Vec<Outcome>);

impl fmt::Display for Outcomes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = self.0.iter().map(|outcome| outcome.waited);
        let times = (times.clone().min(), times.max());
        let time = |time: Option<Duration>| {
            Millis(time.unwrap_or_default())
        };
        let done = self.0.iter().filter(|outcome| outcome.done);
        write!(
            f,
            "Main waited {} to {}; {} of {} calls waited for the \
             work.",
            time(times.0),
            time(times.1),
            done.count(),
            self.0.len(),
        )
    }
}

fn yes_or_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}
