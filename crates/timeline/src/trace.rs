//! Chrome's trace events, which Perfetto opens
//! (<https://ui.perfetto.dev>, "Open trace file"), and which
//! `compare` reads.
//!
//! # Source
//!
//! "Trace Event Format", by the authors of Chrome's tracing:
//! events of the phase `X` are complete (`ts`, `dur`, in
//! microseconds), those of the phase `M` name threads.

use std::{collections::HashMap, time::Duration};

use anyhow::Context;
use tinyjson::JsonValue;

use crate::{End, Kind, Lane, Span, Timeline};

/// Returns `timeline` as one JSON object. Each lane is a thread of
/// the trace; the thread that ran it stands with each span.
///
/// # Panics
///
/// Never: all our numbers are finite.
pub fn write(timeline: &Timeline, title: &str) -> String {
    let process = object([("name", text(title))]);
    let mut events = vec![meta("process_name", 0, process)];
    for (tid, lane) in timeline.lanes.iter().enumerate() {
        let whose = object([
            ("name", text(&lane.to_string())),
            ("kind", text(lane.kind.word())),
            ("lane", text(&lane.name)),
            ("end", text(lane.end.word())),
        ]);
        events.push(meta("thread_name", tid, whose));
        let place = object([("sort_index", number(tid as f64))]);
        events.push(meta("thread_sort_index", tid, place));
        let spans = lane.spans.iter();
        events.extend(spans.map(|span| event(timeline, tid, span)));
    }
    let threads = timeline.threads.iter().map(|name| text(name));
    let trace = object([
        ("displayTimeUnit", text("ms")),
        ("traceEvents", JsonValue::Array(events)),
        ("threads", JsonValue::Array(threads.collect())),
    ]);
    trace.stringify().expect("all numbers are finite")
}

fn meta(name: &str, tid: usize, args: JsonValue) -> JsonValue {
    object([
        ("ph", text("M")),
        ("pid", number(1.0)),
        ("tid", number(tid as f64)),
        ("name", text(name)),
        ("args", args),
    ])
}

fn event(
    timeline: &Timeline,
    tid: usize,
    span: &Span,
) -> JsonValue {
    let (name, kind) = match &span.waits_for {
        Some(what) => (format!("waits: {what}"), "wait"),
        None => ("runs".to_owned(), "run"),
    };
    let thread = span.thread.map(|it| text(&timeline.threads[it]));
    let waits_for = span.waits_for.as_deref().map(text);
    let args = object([
        ("waits_for", waits_for.unwrap_or(JsonValue::Null)),
        ("thread", thread.unwrap_or(JsonValue::Null)),
        ("cpu_us", span.cpu.map_or(JsonValue::Null, micros)),
    ]);
    object([
        ("ph", text("X")),
        ("pid", number(1.0)),
        ("tid", number(tid as f64)),
        ("cat", text(kind)),
        ("name", text(&name)),
        ("ts", micros(span.from)),
        ("dur", micros(span.duration())),
        ("args", args),
    ])
}

fn object<const N: usize>(
    fields: [(&str, JsonValue); N],
) -> JsonValue {
    let fields = fields.map(|(name, it)| (name.to_owned(), it));
    JsonValue::Object(HashMap::from(fields))
}

fn text(text: &str) -> JsonValue {
    JsonValue::String(text.to_owned())
}

fn number(number: f64) -> JsonValue {
    JsonValue::Number(number)
}

fn micros(time: Duration) -> JsonValue {
    number(time.as_nanos() as f64 / 1e3)
}

/// Reads what [`write()`] wrote.
///
/// # Errors
///
/// If `text` is something else.
pub fn read(text: &str) -> anyhow::Result<Timeline> {
    let trace: JsonValue = text.parse()?;
    parse(&trace).context("this is no trace of a timeline")
}

fn parse(trace: &JsonValue) -> Option<Timeline> {
    let threads = field::<Vec<JsonValue>>(trace, "threads")?.iter();
    let threads = threads.map(|name| name.get().cloned());
    let threads = threads.collect::<Option<Vec<String>>>()?;
    let mut lanes = Vec::<Lane>::new();
    for event in field::<Vec<JsonValue>>(trace, "traceEvents")? {
        let args: &HashMap<_, _> = field(event, "args")?;
        let word = |name| args.get(name)?.get::<String>();
        match field::<String>(event, "name")?.as_str() {
            "process_name" | "thread_sort_index" => {}
            "thread_name" => lanes.push(Lane {
                kind: Kind::of_word(word("kind")?)?,
                name: word("lane")?.clone(),
                end: End::of_word(word("end")?)?,
                spans: Vec::new(),
            }),
            _ => {
                let from = time(field(event, "ts")?);
                let cpu = args.get("cpu_us")?.get().map(time);
                let thread = word("thread").map(|name| {
                    threads.iter().position(|it| it == name)
                });
                let span = Span {
                    from,
                    to: from + time(field(event, "dur")?),
                    waits_for: word("waits_for").cloned(),
                    thread: thread.flatten(),
                    cpu,
                };
                lanes.last_mut()?.spans.push(span);
            }
        }
    }
    Some(Timeline { lanes, threads })
}

fn field<'json, T: tinyjson::InnerAsRef>(
    object: &'json JsonValue,
    name: &str,
) -> Option<&'json T> {
    let fields: &HashMap<String, JsonValue> = object.get()?;
    fields.get(name)?.get()
}

fn time(micros: &f64) -> Duration {
    Duration::from_nanos((micros * 1e3).round() as u64)
}
