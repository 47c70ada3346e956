//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{
    pin::Pin,
    sync::atomic::{AtomicUsize, Ordering::SeqCst},
    time::Duration,
};

use cancellation::{
    Job, Output, Plan, Unit,
    event::{Event, Op, Verb},
    lost::polls,
};
pub(crate) use testing::{DEADLINE, in_time};
use tokio::{
    runtime::{Builder, Runtime},
    time,
};

/// How long a wait takes where the clock is paused, and where
/// nothing waits for its end.
pub(crate) const LONG: Duration = Duration::from_secs(3600);

/// Makes a plan that prints nothing, of waits of `pace`.
pub(crate) fn plan(unit: Unit, pace: Duration) -> Plan {
    Plan {
        unit,
        records: 4,
        pace,
        after: pace,
        limit: pace,
        output: Output::Silent,
    }
}

/// Makes a runtime whose clock stands still.
pub(crate) fn paused() -> Runtime {
    Builder::new_current_thread()
        .enable_all()
        .start_paused(true)
        .build()
        .expect("a runtime starts")
}

/// Makes a job that calls `hook` after so many takes and puts.
pub(crate) fn job_with_hook(
    after: usize,
    pace: Duration,
    hook: impl Fn() + Send + Sync + 'static,
) -> Job {
    let steps = AtomicUsize::new(0);
    let watch = move |event: Event<'_>| {
        let is_step = matches!(
            event,
            Event::Op(Op { verb: Verb::Take | Verb::Put, .. })
        );
        if is_step && steps.fetch_add(1, SeqCst) + 1 == after {
            hook();
        }
    };
    Job::new(3, pace, Box::new(watch))
}

/// Makes a job of three records with long waits.
pub(crate) fn job() -> Job {
    job_with_hook(0, LONG, || {})
}

/// Polls `unit` so many times, with all timers run out between
/// two polls; tells whether it completed.
pub(crate) async fn poll_times<F: Future>(
    mut unit: Pin<&mut F>,
    polls: usize,
) -> bool {
    for poll in 0..polls {
        if poll > 0 {
            time::advance(LONG).await;
        }
        if polls::poll_times(unit.as_mut(), 1).is_some() {
            return true;
        }
    }
    false
}
