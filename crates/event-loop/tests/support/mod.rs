//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{collections::BTreeMap, io, time::Duration};

use event_loop::{
    Event, Log, Source, outside,
    runtime::watch,
    trace::{FORMAT, Trace},
};
pub(crate) use testing::{DEADLINE, in_time};

/// What all times of the sources are a multiple of.
pub(crate) const TICK: Duration = Duration::from_millis(20);

/// Runs what `future` makes on our loop, in time; returns its
/// output and the trace.
pub(crate) fn traced<F: Future>(
    what: &str,
    future: impl FnOnce() -> F + Send + 'static,
) -> (F::Output, Trace)
where
    F::Output: Send + 'static,
{
    in_time(what, || {
        let mut turns = Vec::new();
        let output =
            watch(future(), |turn| turns.push(turn.clone()));
        (output, Trace { format: FORMAT, turns })
    })
}

/// Lets `serve` wait for all sources, in time.
pub(crate) fn told(
    what: &str,
    serve: impl FnOnce(Vec<Source>, &Log) -> io::Result<Vec<Event>>
    + Send
    + 'static,
) -> Vec<Event> {
    in_time(what, || {
        let sources = outside::start(TICK, 2).expect("it starts");
        serve(sources, &Log::new(|_| {})).expect("no source fails")
    })
}

/// Returns what happened at each source, in order.
pub(crate) fn by_source(
    events: &[Event],
) -> BTreeMap<&str, Vec<&str>> {
    let mut sources = BTreeMap::<_, Vec<_>>::new();
    for Event { source, what, .. } in events {
        sources.entry(*source).or_default().push(what.as_str());
    }
    sources
}
