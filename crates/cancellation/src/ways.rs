//! The ways of asking to stop, and how long each takes.
//!
//! Where one world has no such call, its half shows what there is
//! instead: a thread whose handle is dropped goes on to its end.

use std::{
    fmt, io,
    net::{Ipv4Addr, TcpListener, TcpStream},
};

use crate::{Plan, Seen, Unit, seen::Millis};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod read;
pub mod thread;

/// What each way is called, and what happens then.
type Names = [(&'static str, &'static str); 5];

const OF_THREADS: Names = [
    ("stop flag", "looked at between two records"),
    ("stop channel", "waited for, in place of sleeping"),
    ("deadline", "looked at between two records"),
    ("handle dropped", "asks nothing: the thread goes on"),
    ("flag, in a read", "heard when the read gives up"),
];

const OF_TASKS: Names = [
    ("token", "wakes the task, which drops its work"),
    ("select!", "a message wakes it, and drops its work"),
    ("timeout", "wakes the task, which drops its work"),
    ("abort", "the runtime drops the task at its await"),
    ("future dropped", "gone in place, in the middle of a read"),
];

/// One way of asking, and what came of it.
#[derive(Clone, Debug)]
pub struct Way {
    /// What it is called.
    pub name: &'static str,
    /// What happens then.
    pub how: &'static str,
    /// What was seen.
    pub seen: Seen,
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, how, seen } = self;
        let time = Millis(seen.stopped_in);
        let copied = seen.audit.sink.len();
        write!(f, "{name:<16}{time:>11}{copied:>8}   {how}")
    }
}

/// The ways tried so far, printed as they are tried.
struct Table<'plan> {
    plan: &'plan Plan,
    ways: Vec<Way>,
}

impl<'plan> Table<'plan> {
    fn begin(plan: &'plan Plan) -> Self {
        let [way, time, copied] =
            ["asked by", "stopped in", "copied"];
        plan.say(format_args!("{way:<16}{time:>11}{copied:>8}"));
        Self { plan, ways: Vec::new() }
    }

    fn row(&mut self, seen: Seen) {
        let names = match self.plan.unit {
            Unit::Thread => OF_THREADS,
            Unit::Task => OF_TASKS,
        };
        let (name, how) = names[self.ways.len()];
        let way = Way { name, how, seen };
        self.plan.say(&way);
        self.ways.push(way);
    }
}

/// Says in a line what all ways have shown.
pub fn summary(ways: &[Way]) -> String {
    let time = |way: &&Way| way.seen.stopped_in;
    let told = |way: Option<&Way>| {
        way.map_or(String::new(), |way| {
            let time = Millis(way.seen.stopped_in);
            format!("{time} ({})", way.name)
        })
    };
    format!(
        "From asking to stopped: {} to {}.",
        told(ways.iter().min_by_key(time)),
        told(ways.iter().max_by_key(time)),
    )
}

/// Makes a connection whose other end says nothing.
fn silent_peer() -> io::Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let stream = TcpStream::connect(listener.local_addr()?)?;
    let (peer, _) = listener.accept()?;
    Ok((stream, peer))
}
