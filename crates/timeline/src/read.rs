//! From events to lanes.

use std::{collections::HashMap, time::Duration};

use crate::{
    End, Event, Kind, Lane, Log, Mark, Span, Timeline, What,
};

/// What a task waits for that nobody polled yet.
pub(crate) const FIRST_POLL: &str = "its first poll";

/// What a task waits for that does not say what it waits for.
pub(crate) const UNNAMED: &str = "unnamed";

/// Reads what happened from `log`, which ends at `until`.
pub(crate) fn timeline(log: &Log, until: Duration) -> Timeline {
    let mut reader = Reader {
        marks: &log.marks,
        stacks: vec![Vec::new(); log.threads.len()],
        lanes: Vec::new(),
        lane_of: HashMap::new(),
    };
    for event in &log.events {
        reader.read(event);
    }
    let began = log.events.first().map(|event| event.at);
    let began = began.unwrap_or_default();
    let lanes = reader.lanes.into_iter();
    let mut lanes: Vec<_> =
        lanes.map(|lane| lane.end(began, until)).collect();
    // Numbered threads begin in any order.
    let number = |lane: &Lane| lane.name.parse::<u64>().ok();
    let both = |a: &Lane, b: &Lane| number(a).and(number(b));
    for run in lanes.chunk_by_mut(|a, b| both(a, b).is_some()) {
        run.sort_by_key(number);
    }
    let threads = names(&log.threads, &lanes);
    Timeline { lanes, threads }
}

struct Reader<'log> {
    marks: &'log [Mark],
    /// What each thread has entered, the innermost last.
    stacks: Vec<Vec<usize>>,
    lanes: Vec<Reading>,
    /// The lane of each mark that has one, by its place.
    lane_of: HashMap<usize, usize>,
}

/// A lane that is being read.
struct Reading {
    lane: Lane,
    /// What it does, while a thread is in it.
    open: Option<Span>,
    /// Since when no thread is in it, and what it waits for.
    rest: Option<(Duration, String)>,
    /// Its waits under way, each with the one around it.
    waits: Vec<(usize, Option<usize>)>,
    entered: bool,
}

impl Reader<'_> {
    fn read(&mut self, event: &Event) {
        let is_lane = self.marks[event.mark].is_lane;
        match event.what {
            What::Made if is_lane => self.make(event),
            What::Made => {}
            What::Entered => self.enter(event, is_lane),
            What::Left | What::Panicked => {
                self.leave(event, is_lane);
            }
            What::Done => {
                if let Some(lane) = self.lane(event.mark) {
                    (lane.lane.end, lane.rest) = (End::Done, None);
                }
            }
            What::Dropped => self.drop(event, is_lane),
        }
    }

    fn lane(&mut self, mark: usize) -> Option<&mut Reading> {
        self.lanes.get_mut(*self.lane_of.get(&mark)?)
    }

    fn make(&mut self, event: &Event) {
        let Mark { blocks, name, .. } = &self.marks[event.mark];
        let kind = if *blocks { Kind::Thread } else { Kind::Task };
        let (name, end) = (name.clone(), End::Open);
        let rest = (event.at, FIRST_POLL.to_owned());
        self.lane_of.insert(event.mark, self.lanes.len());
        self.lanes.push(Reading {
            lane: Lane { kind, name, spans: Vec::new(), end },
            open: None,
            rest: (!blocks).then_some(rest),
            waits: Vec::new(),
            entered: false,
        });
    }

    fn enter(&mut self, event: &Event, is_lane: bool) {
        let stack = &self.stacks[event.thread];
        let of_lane = |mark: &&usize| self.marks[**mark].is_lane;
        let outer = stack.iter().rev().find(of_lane).copied();
        let around = stack.last().copied();
        if is_lane {
            let lane = self.lane(event.mark).expect("it was made");
            if let Some((from, what)) = lane.rest.take() {
                lane.rest(from, event.at, what);
            }
            let kind = &mut lane.lane.kind;
            if *kind == Kind::Task
                && !lane.entered
                && outer.is_some()
            {
                *kind = Kind::Future; // nothing else polls a task
            }
            lane.entered = true;
        } else if !self.marks[event.mark].blocks
            && !self.lane_of.contains_key(&event.mark)
            && let Some(outer) = outer
        {
            let place = self.lane_of[&outer];
            self.lane_of.insert(event.mark, place);
            let around = around.filter(|mark| *mark != outer);
            self.lanes[place].waits.push((event.mark, around));
        }
        self.stacks[event.thread].push(event.mark);
        self.look(event);
    }

    fn leave(&mut self, event: &Event, is_lane: bool) {
        let stack = &mut self.stacks[event.thread];
        stack.retain(|mark| *mark != event.mark);
        if is_lane {
            let marks = self.marks;
            let lane = self.lane(event.mark).expect("it was made");
            lane.close(event);
            if event.what == What::Panicked {
                lane.lane.end = End::Panicked;
            } else if lane.lane.kind != Kind::Thread {
                let what = lane.waits_for(marks);
                lane.rest = Some((event.at, what));
            }
        }
        self.look(event);
    }

    fn drop(&mut self, event: &Event, is_lane: bool) {
        let Some(lane) = self.lane(event.mark) else { return };
        if !is_lane {
            lane.waits.retain(|(mark, _)| *mark != event.mark);
        } else if let Some((from, what)) = lane.rest.take() {
            lane.rest(from, event.at, what);
            lane.lane.end = End::Dropped;
        }
    }

    /// Looks what the lanes of a thread do from now on: they run,
    /// unless something inside them makes the thread wait.
    fn look(&mut self, event: &Event) {
        let mut waits_for = None;
        for mark in self.stacks[event.thread].iter().rev() {
            let Mark { is_lane, blocks, name } = &self.marks[*mark];
            if *is_lane {
                let lane = &mut self.lanes[self.lane_of[mark]];
                lane.go_on(event, waits_for);
            } else if *blocks && waits_for.is_none() {
                waits_for = Some(name);
            }
        }
    }
}

impl Reading {
    /// Goes on with what it does, or begins to do another thing.
    fn go_on(&mut self, event: &Event, waits_for: Option<&String>) {
        let open = self.open.as_ref();
        let same =
            |open: &Span| open.waits_for.as_ref() == waits_for;
        if open.is_some_and(same) {
            return;
        }
        self.close(event);
        self.open = Some(Span {
            from: event.at,
            to: event.at,
            waits_for: waits_for.cloned(),
            thread: Some(event.thread),
            cpu: event.cpu, // until close: what it began with
        });
    }

    fn close(&mut self, event: &Event) {
        let Some(mut span) = self.open.take() else { return };
        span.to = event.at;
        let cpu = event.cpu.zip(span.cpu);
        // The two clocks are not read at the same moment.
        let most = span.duration();
        span.cpu = cpu.map(|(to, from)| most.min(to - from));
        self.lane.spans.push(span);
    }

    fn rest(&mut self, from: Duration, to: Duration, what: String) {
        self.lane.spans.push(Span {
            from,
            to,
            waits_for: Some(what),
            thread: None,
            cpu: None,
        });
    }

    /// Says what it waits for: of its waits under way, those that
    /// have none inside them.
    fn waits_for(&self, marks: &[Mark]) -> String {
        let is_around = |mark: usize| {
            self.waits.iter().any(|(_, it)| *it == Some(mark))
        };
        let inner =
            self.waits.iter().filter(|(mark, _)| !is_around(*mark));
        let mut names = Vec::<&str>::new();
        for (mark, _) in inner {
            let name = marks[*mark].name.as_str();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        if names.is_empty() {
            UNNAMED.to_owned()
        } else {
            names.join(", ")
        }
    }

    /// Ends it where the recording ends, and counts times from
    /// `began`.
    fn end(mut self, began: Duration, until: Duration) -> Lane {
        if let Some((from, what)) = self.rest.take() {
            self.rest(from, until, what);
        }
        if let Some(span) = self.open.take() {
            let cpu = None; // nobody asked that thread
            self.lane.spans.push(Span { to: until, cpu, ..span });
        }
        for span in &mut self.lane.spans {
            span.from -= began;
            span.to -= began;
        }
        self.lane
    }
}

/// Names the threads: as they are called, or after the lane that
/// is theirs; no two alike.
fn names(
    threads: &[Option<String>],
    lanes: &[Lane],
) -> Vec<String> {
    let mut names = Vec::<String>::new();
    for (number, name) in threads.iter().enumerate() {
        let own = lanes.iter().find(|lane| {
            lane.kind == Kind::Thread
                && lane
                    .spans
                    .iter()
                    .any(|span| span.thread == Some(number))
        });
        let own = own.map(ToString::to_string);
        let name = own.or_else(|| name.clone());
        let name = name.unwrap_or_else(|| "a thread".to_owned());
        let mut one = name.clone();
        for copy in 2.. {
            if !names.contains(&one) {
                break;
            }
            one = format!("{name} ({copy})");
        }
        names.push(one);
    }
    names
}
