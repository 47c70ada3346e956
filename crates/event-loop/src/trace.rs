//! What each turn of the loop did: the shape of `--trace FILE`.
//!
//! The file holds one JSON object, a [`Trace`]; the fields here
//! are its keys. `format` is raised when a key goes or changes
//! its meaning, and stays when one is added. Times are whole
//! microseconds; those named `at` count from the loop's begin.
//!
//! Numbers name tasks: 0 is the future given to `block_on`. They
//! also name sockets, from 1.
//!
//! ```
//! # let trace = r#"
//! {
//!   "format": 1,
//!   "turns": [{
//!     "turn": 3,
//!     "slept":
//!       {"at_most_us": 399600, "for_us": 399900, "times": 1},
//!     "at_us": 400200,
//!     "ready": [{"task": 3, "woken_by": "timer"}],
//!     "polls": [{
//!       "task": 3,
//!       "name": "timer A",
//!       "at_us": 400210,
//!       "took_us": 15,
//!       "did": ["tick 1"],
//!       "spawned": [],
//!       "waits": [{
//!         "kind": "timer",
//!         "left_us": 399990,
//!         "file": "crates/event-loop/src/async.rs",
//!         "line": 19
//!       }],
//!       "done": false
//!     }],
//!     "timers": [{"task": 3, "due_us": 800220}],
//!     "sockets": [{"socket": 1, "task": 5}]
//!   }]
//! }
//! # "#;
//! # use event_loop::trace::Trace;
//! # let read: Trace = serde_json::from_str(trace).unwrap();
//! # let ours = serde_json::to_value(&read).unwrap();
//! # let shown: serde_json::Value =
//! #     serde_json::from_str(trace).unwrap();
//! # assert_eq!(ours, shown); // no key more, no key less
//! ```
//!
//! Something waited for is of a `kind`, which brings a key of its
//! own: `timer` (`left_us`), `connected` and `readable` (both
//! `socket`), `task` (`task`), `thread` (none).

mod poll;
mod recorder;

use serde::{Deserialize, Serialize};

pub use poll::{Polled, Wait, What};
pub(crate) use recorder::{Recorder, micros};
pub use recorder::{did, name};

/// The version of the shape, which goes into [`Trace::format`].
pub const FORMAT: u32 = 1;

/// The whole trace of one `block_on`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trace {
    /// The version of this shape: [`FORMAT`].
    pub format: u32,
    /// In their order.
    pub turns: Vec<Turn>,
}

/// One turn of the loop: it slept, somebody was ready, and all
/// who were ready were polled, one after the other.
#[derive(
    Clone, Debug, Default, PartialEq, Serialize, Deserialize,
)]
pub struct Turn {
    /// Its number; the first is 1.
    pub turn: usize,
    /// The sleep before the turn.
    pub slept: Slept,
    /// When that sleep ended.
    pub at_us: u64,
    /// The ready queue at that time, in its order.
    pub ready: Vec<Ready>,
    /// The polls, in their order.
    pub polls: Vec<Polled>,
    /// The timers after the polls, the next one first.
    pub timers: Vec<Timer>,
    /// The sockets that the reactor watches after the polls.
    pub sockets: Vec<Socket>,
}

/// How long the loop slept.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize,
)]
pub struct Slept {
    /// How long it meant to sleep at most: until the next timer.
    /// Without a timer there is no limit.
    pub at_most_us: Option<u64>,
    /// How long it slept.
    pub for_us: u64,
    /// How often the system woke it: more than once, if it was
    /// for nobody.
    pub times: u32,
}

/// A task in the ready queue.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ready {
    /// Its number.
    pub task: usize,
    /// What put it there.
    pub woken_by: WokenBy,
}

/// What wakes a task.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum WokenBy {
    /// Nothing yet: a new task is ready at once.
    Start,
    /// A timer that was due.
    Timer,
    /// A socket on which something happened.
    Socket,
    /// Another thread.
    Thread,
    /// A task of the same loop, itself perhaps.
    Task,
}

/// A timer that runs.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize,
)]
pub struct Timer {
    /// The task that it will wake.
    pub task: usize,
    /// When.
    pub due_us: u64,
}

/// A socket that the reactor watches.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize,
)]
pub struct Socket {
    /// Its number.
    pub socket: usize,
    /// The task that waits for it, if one does.
    pub task: Option<usize>,
}
