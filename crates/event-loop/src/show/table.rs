//! The trace as a table, in words: a row for each poll.

use crate::trace::{Polled, Turn, Wait, WokenBy};

/// The most lines that the table has, unless all are asked for.
const MAX_LINES: usize = 20;

/// Prints turns as they happen.
pub(super) struct Table {
    all: bool,
    lines: usize,
    left_out: usize,
    say: fn(&str),
}

impl Table {
    /// Begins a table, of all rows or only of the first ones; `say`
    /// prints a line.
    pub(super) fn begin(all: bool, say: fn(&str)) -> Self {
        let mut table = Self { all, lines: 0, left_out: 0, say };
        let head =
            ["woken by", "polled", "did", "then waits for     at"];
        table.print(&columns(&begin("turn", "slept"), head));
        table
    }

    /// Prints the rows of `turn`.
    pub(super) fn add(&mut self, turn: &Turn) {
        let slept = match turn.slept.for_us / 1000 {
            0 => "-".to_owned(),
            slept => format!("{slept} ms"),
        };
        let mut start = begin(&turn.turn.to_string(), &slept);
        for polled in &turn.polls {
            self.print(&row(&start, turn, polled));
            start = begin("", "");
        }
        if self.all {
            then(turn).iter().for_each(|line| self.print(line));
        }
    }

    /// Says how many rows were left out, if any were.
    pub(super) fn end(self) {
        if self.left_out > 0 {
            let rows = self.left_out;
            (self.say)(&format!("  {rows} more rows: --trace-all"));
        }
    }

    fn print(&mut self, line: &str) {
        // The last line is kept for what `end` says.
        if self.all || self.lines + 1 < MAX_LINES {
            self.lines += 1;
            (self.say)(line.trim_end());
        } else {
            self.left_out += 1;
        }
    }
}

fn begin(turn: &str, slept: &str) -> String {
    format!("{turn:>4} {slept:>8}")
}

fn columns(
    start: &str,
    [woken, who, did, waits]: [&str; 4],
) -> String {
    format!("{start} {woken:<8} {who:<10} {did:<15} {waits}")
}

fn row(start: &str, turn: &Turn, polled: &Polled) -> String {
    let who = format!("{} {}", polled.task, polled.name);
    let did = match polled.spawned.len() {
        0 => polled.did.join(", "),
        tasks => format!("spawned {tasks}"),
    };
    let waits = if polled.done {
        "nothing: done".to_owned()
    } else {
        list(polled.waits.iter().map(waits_for))
    };
    let woken = woken_by(turn, polled.task);
    columns(start, [woken, &who, &did, &waits])
}

fn woken_by(turn: &Turn, task: usize) -> &'static str {
    let mut ready = turn.ready.iter();
    match ready.find(|it| it.task == task).map(|it| it.woken_by) {
        Some(WokenBy::Start) => "start",
        Some(WokenBy::Timer) => "timer",
        Some(WokenBy::Socket) => "socket",
        Some(WokenBy::Thread) => "thread",
        Some(WokenBy::Task) => "task",
        None => "",
    }
}

fn waits_for(wait: &Wait) -> String {
    let file = wait.file.rsplit(['/', '\\']).next();
    let (what, file) = (wait.what, file.unwrap_or_default());
    format!("{:<18} {file}:{}", what.to_string(), wait.line)
}

/// Says what wakes whom from now on: timers, which the loop looks
/// after, and sockets, which the system watches for it.
fn then(turn: &Turn) -> [String; 2] {
    let timers = turn.timers.iter().map(|it| {
        let left = it.due_us.saturating_sub(turn.at_us);
        format!("{} in {} ms", it.task, (left + 500) / 1000)
    });
    let sockets = turn.sockets.iter().map(|it| match it.task {
        Some(task) => format!("{task} on socket {}", it.socket),
        None => format!("nobody on socket {}", it.socket),
    });
    [
        format!("{:13} timers wake: {}", "", list(timers)),
        format!("{:13} system watches for: {}", "", list(sockets)),
    ]
}

fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    match items.len() {
        0 => "none".to_owned(),
        _ => items.join(", "),
    }
}
