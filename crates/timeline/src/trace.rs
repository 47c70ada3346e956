//! Chrome's trace events, which Perfetto opens
//! (<https://ui.perfetto.dev>, "Open trace file"), and which
//! `compare` reads.
//!
//! # Source
//!
//! "Trace Event Format", by the authors of Chrome's tracing:
//! events of the phase `X` are complete (`ts`, `dur`, in
//! microseconds), those of the phase `M` name threads.

use std::time::Duration;

use anyhow::Context;
use serde_json::{Value, json};

use crate::{End, Kind, Lane, Span, Timeline};

/// Returns `timeline` as one JSON object. Each lane is a thread of
/// the trace; the thread that ran it stands with each span.
pub fn write(timeline: &Timeline, title: &str) -> String {
    let meta = |name: &str, tid: usize, args: Value| {
        json!({"ph": "M", "pid": 1, "tid": tid,
            "name": name, "args": args})
    };
    let title = json!({"name": title});
    let mut events = vec![meta("process_name", 0, title)];
    for (tid, lane) in timeline.lanes.iter().enumerate() {
        let Lane { kind, name, end, .. } = lane;
        let whose = json!({"name": lane.to_string(),
            "kind": kind.word(), "lane": name, "end": end.word()});
        events.push(meta("thread_name", tid, whose));
        let place = json!({"sort_index": tid});
        events.push(meta("thread_sort_index", tid, place));
        let spans = lane.spans.iter();
        events.extend(spans.map(|span| event(timeline, tid, span)));
    }
    let threads = &timeline.threads;
    json!({"displayTimeUnit": "ms", "traceEvents": events,
        "threads": threads})
    .to_string()
}

fn event(timeline: &Timeline, tid: usize, span: &Span) -> Value {
    let (name, kind) = match &span.waits_for {
        Some(what) => (format!("waits: {what}"), "wait"),
        None => ("runs".to_owned(), "run"),
    };
    let thread = span.thread.map(|place| &timeline.threads[place]);
    json!({"ph": "X", "pid": 1, "tid": tid, "cat": kind,
        "name": name, "ts": micros(span.from),
        "dur": micros(span.duration()),
        "args": {"waits_for": span.waits_for, "thread": thread,
            "cpu_us": span.cpu.map(micros)}})
}

fn micros(time: Duration) -> f64 {
    time.as_nanos() as f64 / 1e3
}

/// Reads what [`write()`] wrote.
///
/// # Errors
///
/// If `text` is something else.
pub fn read(text: &str) -> anyhow::Result<Timeline> {
    let trace: Value = serde_json::from_str(text)?;
    parse(&trace).context("this is no trace of a timeline")
}

fn parse(trace: &Value) -> Option<Timeline> {
    let threads = trace["threads"].as_array()?.iter();
    let threads = threads.map(|name| Some(name.as_str()?.into()));
    let threads: Vec<String> = threads.collect::<Option<_>>()?;
    let mut lanes = Vec::<Lane>::new();
    for event in trace["traceEvents"].as_array()? {
        let args = &event["args"];
        match event["name"].as_str()? {
            "process_name" | "thread_sort_index" => {}
            "thread_name" => lanes.push(Lane {
                kind: Kind::of_word(args["kind"].as_str()?)?,
                name: args["lane"].as_str()?.to_owned(),
                end: End::of_word(args["end"].as_str()?)?,
                spans: Vec::new(),
            }),
            _ => {
                let from = time(&event["ts"])?;
                let waits_for = args["waits_for"].as_str();
                let thread = args["thread"].as_str();
                let span = Span {
                    from,
                    to: from + time(&event["dur"])?,
                    waits_for: waits_for.map(str::to_owned),
                    thread: thread.and_then(|name| {
                        threads.iter().position(|it| it == name)
                    }),
                    cpu: time(&args["cpu_us"]),
                };
                lanes.last_mut()?.spans.push(span);
            }
        }
    }
    Some(Timeline { lanes, threads })
}

fn time(micros: &Value) -> Option<Duration> {
    let nanos = (micros.as_f64()? * 1e3).round();
    Some(Duration::from_nanos(nanos as u64))
}
