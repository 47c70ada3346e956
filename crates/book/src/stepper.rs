//! A run of the event loop in steps: in each, one thing happens.
//!
//! The run is what the lesson's loop writes itself, a
//! [`Trace`]. A turn of it becomes several steps: the loop sleeps,
//! somebody is woken, a task is polled, and then it waits, or it
//! is done. After each step it is known who stands in which list.
//!
//! - [`steps`]: from the trace to the steps
//! - [`sentence()`]: what is said of one
//! - [`Words`]: in which words

mod chinese;
mod english;
mod sentence;
mod walk;
mod words;

use std::collections::BTreeMap;

use event_loop::trace::{
    self, Ready, Socket, Timer, Trace, Wait, WokenBy,
};

pub use chinese::CHINESE;
pub use english::ENGLISH;
pub use sentence::{Piece, sentence, time};
pub use walk::steps;
pub use words::Words;

/// One thing that happens, and how all stands after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The turn of the loop that it belongs to.
    pub turn: usize,
    /// When it happens, since the loop began.
    pub at_us: u64,
    /// What happens.
    pub what: What,
    /// The line that runs, if it is one of the program's.
    pub runs: Option<Runs>,
    /// The lists of the loop, after that.
    pub lists: Lists,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The loop sleeps.
    Sleeps {
        /// When that ends.
        until_us: u64,
    },
    /// A task is put into the ready queue.
    Woken {
        /// Which.
        task: usize,
        /// What put it there.
        by: WokenBy,
        /// The socket, or the task that ended, if it was one.
        from: Option<usize>,
    },
    /// The loop polls a task, which runs.
    Polled {
        /// Which.
        task: usize,
        /// How many tasks the loop took out of the queue just
        /// now; 0 if it took them before.
        taken: usize,
        /// What the program told.
        did: Vec<String>,
    },
    /// The task that is polled spawns others.
    Spawned {
        /// Which.
        task: usize,
        /// Whom.
        tasks: Vec<usize>,
    },
    /// The task that is polled must wait.
    Waits {
        /// Which.
        task: usize,
        /// For what.
        what: trace::What,
    },
    /// The task that is polled is done.
    Done {
        /// Which.
        task: usize,
    },
}

/// A line that runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Runs {
    /// Its place, as seen from `line`.
    pub place: Place,
    /// The source file.
    pub file: String,
    /// The line of an `.await` in it.
    pub line: u32,
}

/// Where a task is, as seen from an `.await` of its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the top of the function, which begins.
    Top,
    /// Behind the `.await`: there it goes on.
    Behind,
    /// At the `.await`: there it waits from now on.
    Await,
    /// At the end of the function, which returns.
    End,
}

/// The lists of the loop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    /// The ready queue.
    pub ready: Vec<Ready>,
    /// Who was taken out of it and is to be polled in this turn.
    pub taken: Vec<usize>,
    /// The timers, the next one first.
    pub timers: Vec<Timer>,
    /// The sockets that the reactor watches.
    pub sockets: Vec<Socket>,
    /// Which task waits for what, and at which line.
    pub waits: Vec<(usize, Wait)>,
}

impl What {
    /// Returns the task that runs meanwhile, if one does.
    pub fn running(&self) -> Option<usize> {
        match self {
            Self::Sleeps { .. } | Self::Woken { .. } => None,
            Self::Polled { task, .. }
            | Self::Spawned { task, .. }
            | Self::Waits { task, .. }
            | Self::Done { task } => Some(*task),
        }
    }
}

/// Returns what the tasks of a run are called: number and name, as
/// the lesson itself prints them.
pub fn names(trace: &Trace) -> BTreeMap<usize, String> {
    let polls = trace.turns.iter().flat_map(|turn| &turn.polls);
    let names = polls.map(|poll| {
        let (task, name) = (poll.task, &poll.name);
        (
            task,
            match *name == format!("task {task}") {
                true => name.clone(),
                false => format!("{task} {name}"),
            },
        )
    });
    names.collect()
}
