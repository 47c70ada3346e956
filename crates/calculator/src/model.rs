//! The model: what a case costs, one by one, by threads, by tasks.
//!
//! [`predict`] is all of it. The book shows its lines as the
//! formula, and the script on its page computes by them: both are
//! made from this file. So each line is a `let` of one figure, out
//! of sums, products, `min`, `max` and `ceil`.
//!
//! # Source
//!
//! The longer of waiting and working: the bounds of a closed queue
//! (P. Denning and J. Buzen, *The Operational Analysis of Queueing
//! Network Models*, 1978), for requests that all take as long.

use serde::{Deserialize, Serialize};

use crate::client::Way;

/// A time, in seconds.
pub type Seconds = f64;

/// A size, in bytes.
pub type Bytes = f64;

/// What the reader knows of the own case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// How many requests there are.
    pub requests: f64,
    /// At most so many are under way at once.
    pub concurrency: f64,
    /// How long each answer takes to come.
    pub delay: Seconds,
    /// How long each request needs a core.
    pub work: Seconds,
    /// So many cores run the threads.
    pub cores: f64,
    /// What each request holds while it waits, beside what the
    /// downloads hold.
    pub held: Bytes,
}

/// The times that the machine and the client take, from benches.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// There and back, without a delay, one by one.
    pub trip: Seconds,
    /// From one answer to the next, when threads never wait.
    pub pace_thread: Seconds,
    /// The same with tasks.
    pub pace_task: Seconds,
    /// Until one more thread is there, and connected.
    pub start_thread: Seconds,
    /// Until one more task is there, and connected.
    pub start_task: Seconds,
}

/// The CPU time and the memory that they use, from whole programs.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uses {
    /// CPU time of a program that asks for nothing.
    pub cpu_base: Seconds,
    /// CPU time to go on after all have waited.
    pub cpu_wake: Seconds,
    /// CPU time that a request takes more if its thread waits.
    pub cpu_wait_thread: Seconds,
    /// CPU time that a request takes more if its task waits.
    pub cpu_wait_task: Seconds,
    /// CPU time of a request, one by one.
    pub cpu_request: Seconds,
    /// CPU time of a request, by threads.
    pub cpu_request_thread: Seconds,
    /// CPU time of a request, by tasks.
    pub cpu_request_task: Seconds,
    /// CPU time of one more thread with its connection.
    pub cpu_thread: Seconds,
    /// CPU time of one more task with its connection.
    pub cpu_task: Seconds,
    /// Memory of a program that asks for nothing.
    pub memory_base: Bytes,
    /// Memory of the runtime, on top of that.
    pub memory_runtime: Bytes,
    /// Memory of one more thread with its connection.
    pub memory_thread: Bytes,
    /// Memory of one more task with its connection.
    pub memory_task: Bytes,
}

/// What one way costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// From the first request to the last answer.
    pub wall: Seconds,
    /// On a core, all threads together.
    pub cpu: Seconds,
    /// The most that the program has resident.
    pub memory: Bytes,
}

/// What each way costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Costs {
    /// One request after the other.
    pub sequential: Cost,
    /// As many threads as there are requests at once.
    pub thread: Cost,
    /// As many tasks, on one thread.
    pub task: Cost,
}

/// Predicts what `case` costs where `times` and `uses` were
/// measured.
pub fn predict(case: &Case, times: &Times, uses: &Uses) -> Costs {
    let Case { requests, concurrency, delay, .. } = *case;
    let Case { work, cores, held, .. } = *case;
    let Times { trip, pace_thread, pace_task, .. } = *times;
    let Times { start_thread, start_task, .. } = *times;
    let Uses { cpu_base, cpu_wake, cpu_request, .. } = *uses;
    let Uses { cpu_wait_thread, cpu_wait_task, .. } = *uses;
    let Uses { cpu_request_thread, cpu_request_task, .. } = *uses;
    let Uses { cpu_thread, cpu_task, .. } = *uses;
    let Uses { memory_base, memory_runtime, .. } = *uses;
    let Uses { memory_thread, memory_task, .. } = *uses;

    let at_once = concurrency.min(requests);
    let turns = (requests / at_once).ceil();
    let batch = requests / turns;
    let wait = delay + trip;
    let pause = (delay / trip).min(1.0);
    let own = work - cpu_request_task;

    let busy_thread = batch * (pace_thread + own / cores).max(0.0);
    let busy_task = batch * (pace_task + own).max(0.0);

    let sequential_wall = requests * (wait + own).max(0.0);
    let thread_wall = at_once * start_thread
        + wait
        + busy_thread
        + (turns - 1.0) * wait.max(busy_thread);
    let task_wall = at_once * start_task
        + wait
        + busy_task
        + (turns - 1.0) * wait.max(busy_task);

    let sequential_cpu = cpu_base
        + requests * (cpu_request + own).max(0.0)
        + requests * pause * cpu_wake;
    let thread_cpu = cpu_base
        + at_once * cpu_thread
        + requests * (cpu_request_thread + own).max(0.0)
        + pause * (requests * cpu_wait_thread + turns * cpu_wake);
    let task_cpu = cpu_base
        + at_once * cpu_task
        + requests * (cpu_request_task + own).max(0.0)
        + pause * (requests * cpu_wait_task + turns * cpu_wake);

    let sequential_memory = memory_base + held;
    let thread_memory =
        memory_base + at_once * (memory_thread + held);
    let task_memory = memory_base
        + memory_runtime
        + at_once * (memory_task + held);

    Costs {
        sequential: Cost {
            wall: sequential_wall,
            cpu: sequential_cpu,
            memory: sequential_memory,
        },
        thread: Cost {
            wall: thread_wall,
            cpu: thread_cpu,
            memory: thread_memory,
        },
        task: Cost {
            wall: task_wall,
            cpu: task_cpu,
            memory: task_memory,
        },
    }
}

impl Costs {
    /// Returns what `way` costs.
    pub fn of(&self, way: Way) -> Cost {
        match way {
            Way::Sequential => self.sequential,
            Way::Thread => self.thread,
            Way::Task => self.task,
        }
    }
}

impl Cost {
    /// Returns it as a file keeps it: to the microsecond and the
    /// byte.
    pub(crate) fn rounded(self) -> Self {
        let to = |it: f64, parts: f64| (it * parts).round() / parts;
        let Self { wall, cpu, memory } = self;
        Self {
            wall: to(wall, 1e6),
            cpu: to(cpu, 1e6),
            memory: to(memory, 1.0),
        }
    }
}
