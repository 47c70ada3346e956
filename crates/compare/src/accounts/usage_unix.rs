//! Unix: `getrusage(2)`, for the children that were waited for.

use std::time::Duration;

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeVal,
};

use super::Used;

pub(super) fn of_children() -> Option<Used> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).ok()?;
    let switches = usage.voluntary_context_switches()
        + usage.involuntary_context_switches();
    Some(Used {
        cpu: duration(usage.user_time())?
            + duration(usage.system_time())?,
        context_switches: u64::try_from(switches).ok()?,
    })
}

fn duration(time: TimeVal) -> Option<Duration> {
    let seconds = u64::try_from(time.tv_sec()).ok()?;
    let micros = u64::try_from(time.tv_usec()).ok()?;
    Some(
        Duration::from_secs(seconds)
            + Duration::from_micros(micros),
    )
}
