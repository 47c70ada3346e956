//! What a step of the lesson is to do, and where it tells of it.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant},
};

use lesson::{Args, say};

use crate::{
    Job, Watch,
    event::{Event, Op, Verb},
};

/// Who does the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A thread of the operating system.
    Thread,
    /// An async task.
    Task,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Thread => "thread",
            Self::Task => "task",
        })
    }
}

/// Where a step tells what happens, as it happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Standard output, each line with its time.
    Timed,
    /// Standard output, for a parent process to read.
    Plain,
    /// Nowhere.
    Silent,
}

/// What a step of the lesson is to do.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// Who does the work.
    pub unit: Unit,
    /// How many records there are.
    pub records: usize,
    /// How long one wait takes.
    pub pace: Duration,
    /// When the main function asks to stop.
    pub after: Duration,
    /// How long anything waits that has a time limit of its own.
    pub limit: Duration,
    /// Where to tell of it.
    pub output: Output,
}

impl Plan {
    /// Reads the plan from a command line.
    pub fn new(unit: Unit, args: &Args) -> Self {
        Self {
            unit,
            records: args.count("records"),
            pace: args.duration("pace"),
            after: args.duration("after"),
            limit: args.duration("limit"),
            output: Output::Timed,
        }
    }

    /// Makes a job that tells what happens to it.
    pub fn job(&self) -> Arc<Job> {
        self.job_with(|| {})
    }

    /// Makes such a job that calls `on_take` whenever a record was
    /// taken, and does not look at what that returns.
    pub fn job_with<T>(
        &self,
        on_take: impl Fn() -> T + Send + Sync + 'static,
    ) -> Arc<Job> {
        let watch = self.watch();
        let watch = Box::new(move |event: Event<'_>| {
            watch(event);
            let Event::Op(Op { verb: Verb::Take, .. }) = event
            else {
                return;
            };
            on_take();
        });
        Arc::new(Job::new(self.records, self.pace, watch))
    }

    /// Makes a job that tells nothing.
    pub fn quiet_job(&self) -> Arc<Job> {
        Self { output: Output::Silent, ..*self }.job()
    }

    /// Makes what a job tells its events to.
    pub fn watch(&self) -> Watch {
        let start = Instant::now();
        match self.output {
            Output::Timed => Box::new(move |event| {
                let time = start.elapsed().as_millis();
                say!("{time:>6} ms  {event}");
            }),
            Output::Plain => Box::new(|event| say!("{event}")),
            Output::Silent => Box::new(|_| {}),
        }
    }

    /// Prints a line of text, if anybody listens.
    pub fn say(&self, text: impl fmt::Display) {
        if self.output != Output::Silent {
            say!("{text}");
        }
    }
}
