//! What the binaries print.

mod heads;
mod steps;
mod table;
mod turns;

use std::{collections::BTreeSet, io, panic, time::Duration};

use anyhow::{Context, Result};
use lesson::{Args, output, say};

use crate::{
    Event, Log, Source,
    callbacks::waker,
    chain::Chain,
    outside,
    run_sync::{Call, outcome},
};

pub use steps::{run_async, run_thread};
use turns::{refuse_trace, turns};

fn line(text: &str) {
    say!("{text}");
}

/// Ends the output with what was `seen`.
fn end(seen: &str) {
    say!("{seen}");
    if let Some(notice) = output::debug_notice() {
        say!("{notice}");
    }
}

fn event(event: &Event) {
    let Event { source, what, at, thread } = event;
    let at = at.as_millis();
    say!("{at:>6} ms  thread {thread}  {source:<8}  {what}");
}

fn count(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// Starts the world as `args` want it.
fn sources(args: &Args) -> Result<Vec<Source>> {
    let ticks = u32::try_from(args.count("ticks"));
    outside::start(args.duration("tick"), ticks.unwrap_or(u32::MAX))
        .context("the sources cannot be started")
}

/// Lets `serve` wait for what happens, prints that, and returns
/// what was seen.
fn events(
    args: &Args,
    serve: impl FnOnce(Vec<Source>, &Log) -> io::Result<Vec<Event>>,
) -> Result<String> {
    let events = serve(sources(args)?, &Log::new(event))?;
    Ok(told(&events))
}

/// Says of what, and by how many threads, `events` were told.
fn told(events: &[Event]) -> String {
    let sources = distinct(events.iter().map(|it| it.source));
    let threads = distinct(events.iter().map(|it| it.thread));
    format!(
        "{} from {}, told by {}",
        count(events.len(), "event"),
        count(sources, "source"),
        count(threads, "thread"),
    )
}

fn distinct<T: Ord>(items: impl Iterator<Item = T>) -> usize {
    items.collect::<BTreeSet<_>>().len()
}

/// Prints how a future runs on a loop of callbacks; returns what
/// was seen.
fn waker(tick: Duration) -> Result<String> {
    say!("Now a future on such a loop; it sleeps for {tick:?}.");
    let polls = count(waker::run(tick, line)?, "poll");
    Ok(format!("the future took {polls}"))
}

/// Prints how `supervisor` goes down to the bottom and comes back
/// up; returns what was seen.
fn chain(supervisor: impl FnOnce(&Chain) -> u32) -> String {
    let chain = Chain::new(line);
    let answer = supervisor(&chain);
    let lines = chain.lines();
    let of = |start: &str| {
        let lines = lines.iter().map(|line| line.trim_start());
        lines.filter(|line| line.starts_with(start)).count()
    };
    let calls = count(of("call "), "call");
    let polls = count(of("poll "), "poll");
    let wakes = count(of("wake:"), "wake-up");
    match of("poll ") {
        0 => format!(
            "{answer} took {calls}; the thread slept with {} on \
             its stack",
            chain.deepest()
        ),
        _ => format!("{answer} took {polls} and {wakes}"),
    }
}

/// Makes `calls` of the helper, prints what became of each, and
/// returns what was seen.
fn calls(
    tick: Duration,
    calls: impl IntoIterator<Item = Call>,
) -> String {
    // Panics are what this step shows: as a row, not as a report.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let (mut returned, mut panicked) = (0, 0);
    for (place, call) in calls {
        match outcome(|| call(tick)) {
            Ok(answer) => {
                returned += 1;
                row(place, &answer.to_string());
            }
            Err(panic) => {
                panicked += 1;
                row(place, &format!("panic: {panic}"));
            }
        }
    }
    panic::set_hook(hook);
    let calls = count(returned + panicked, "call");
    format!("{calls}: {returned} returned, {panicked} panicked")
}

/// Prints `text`, which may take several lines, beside `place`.
fn row(place: &str, text: &str) {
    let first = format!("{place:<25}");
    let others = " ".repeat(first.len());
    let options = textwrap::Options::new(79)
        .initial_indent(&first)
        .subsequent_indent(&others);
    textwrap::wrap(text, options).iter().for_each(|it| line(it));
}
