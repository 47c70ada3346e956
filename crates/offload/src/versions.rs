//! The versions of the program, and which of them a step compares.

use std::time::Duration;

use flags::Unit;

use crate::{Plan, Version};

pub mod tasks;
pub mod threads;

/// Returns for how long nothing but the heartbeat is looked at:
/// fifty ticks if they take no more than a second, and three at
/// the least.
pub fn idle_time(tick: Duration) -> Duration {
    (tick * 50).min(Duration::from_secs(1)).max(tick * 3)
}

/// Returns the version in which nothing but the heartbeat happens:
/// what is seen then is the system's timer.
pub fn idle(unit: Unit) -> Version {
    match unit {
        Unit::Thread => threads::IDLE,
        _ => tasks::IDLE,
    }
}

/// Returns the versions that the step of `plan` compares.
pub fn compared(plan: &Plan) -> &'static [Version] {
    match plan.unit {
        Unit::Thread => of_threads(plan.step.name),
        _ => of_tasks(plan.step.name),
    }
}

fn of_threads(step: &str) -> &'static [Version] {
    use threads::*;
    match step {
        "pool" => &[DIRECT, POOL],
        "forgotten" => &[POOL, FORGOTTEN],
        "writer" => &[DIRECT, WRITER],
        "fs" => &[FILES],
        "backpressure" => &[BOUNDED, UNBOUNDED],
        _ => &[DIRECT],
    }
}

fn of_tasks(step: &str) -> &'static [Version] {
    use tasks::*;
    match step {
        "pool" => &[DIRECT, POOL],
        "forgotten" => &[POOL, FORGOTTEN],
        "writer" => &[DIRECT, BLOCKING_SEND, WRITER],
        "fs" => &[FILES_IN_TASK, FILES, POOL],
        "backpressure" => &[BOUNDED, UNBOUNDED],
        _ => &[DIRECT],
    }
}
