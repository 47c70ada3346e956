//! What the binary with the event loop prints of it.

use std::{fs, process::ExitCode, time::Duration};

use anyhow::{Context, Result};
use lesson::{Args, exit};

use super::{count, distinct, line, sources, table::Table};
use crate::{
    Event, Log, r#async, runtime,
    trace::{FORMAT, Trace, Turn, What},
};

/// Runs the async half on our loop, prints what that does, and
/// returns what was seen.
pub(super) fn turns(args: &Args) -> Result<String> {
    let sources = sources(args)?;
    let log = Log::new(|_| {});
    let mut table = Table::begin(args.switch("trace-all"), line);
    let mut turns = Vec::new();
    let serve = r#async::serve(sources, &log);
    let events = runtime::watch(serve, |turn| {
        table.add(turn);
        turns.push(turn.clone());
    })?;
    table.end();
    let seen = seen(&events, &turns);
    if let Some(path) = args.file("trace") {
        let trace = Trace { format: FORMAT, turns };
        let text = serde_json::to_string_pretty(&trace)?;
        fs::write(&path, text + "\n").with_context(|| {
            format!("{} cannot be written", path.display())
        })?;
    }
    Ok(seen)
}

/// Says who told of what, in how many turns, and how long the loop
/// slept. Helpers are the threads for which tasks waited.
fn seen(events: &[Event], turns: &[Turn]) -> String {
    let sources = distinct(events.iter().map(|it| it.source));
    let threads = distinct(events.iter().map(|it| it.thread));
    let polls = turns.iter().flat_map(|turn| &turn.polls);
    let helped = polls.filter(|poll| {
        poll.waits.iter().any(|wait| wait.what == What::Thread)
    });
    let helpers = distinct(helped.map(|poll| poll.task));
    let slept = turns.iter().map(|turn| turn.slept.for_us).sum();
    let all = turns.last().map_or(0, |last| last.at_us);
    let seconds = |us| Duration::from_micros(us).as_secs_f64();
    format!(
        "{}, {}, {} and {}; {}, asleep {:.2} of {:.2} s",
        count(events.len(), "event"),
        count(sources, "source"),
        count(threads, "thread"),
        count(helpers, "helper"),
        count(turns.len(), "turn"),
        seconds(slept),
        seconds(all),
    )
}

/// Refuses to trace a step that does not run on our loop alone,
/// with the exit code of wrong usage.
pub(super) fn refuse_trace(args: &Args) -> Option<ExitCode> {
    let traced =
        args.switch("trace-all") || args.file("trace").is_some();
    if !traced || args.step.name == "sources" {
        return None;
    }
    eprintln!("error: only the step 'sources' has a trace");
    eprintln!("\n{}", crate::ASYNC.usage());
    Some(exit::USAGE.into())
}
