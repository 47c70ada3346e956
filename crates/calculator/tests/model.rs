//! What the model says of cases whose answer is known.

use calculator::model::{Case, Costs, Times, Uses, predict};

/// Constants that are easy to calculate with.
const TIMES: Times = Times {
    trip: 0.001,
    pace_thread: 0.000_1,
    pace_task: 0.000_1,
    start_thread: 0.0,
    start_task: 0.0,
};

const USES: Uses = Uses {
    cpu_base: 0.002,
    cpu_wake: 0.0,
    cpu_wait_thread: 0.0,
    cpu_wait_task: 0.0,
    cpu_request: 0.000_1,
    cpu_request_thread: 0.000_1,
    cpu_request_task: 0.000_1,
    cpu_thread: 0.0,
    cpu_task: 0.0,
    memory_base: 1e6,
    memory_runtime: 1e5,
    memory_thread: 20_000.0,
    memory_task: 5_000.0,
};

/// Ten turns of a hundred requests.
const CASE: Case = Case {
    requests: 1_000.0,
    concurrency: 100.0,
    delay: 0.099,
    work: USES.cpu_request_task,
    cores: 2.0,
    held: 0.0,
};

fn costs(case: Case) -> Costs {
    predict(&case, &TIMES, &USES)
}

#[track_caller]
fn assert_close(figure: f64, expected: f64) {
    let off = (figure - expected).abs();
    assert!(off < 1e-9 * expected.abs().max(1.0), "{figure}");
}

#[test]
fn waits_overlap_in_a_turn_and_add_up_one_by_one() {
    let Costs { sequential, thread, task } = costs(CASE);
    assert_close(sequential.wall, 100.0);
    // Ten waits, and the last turn is worked off.
    assert_close(thread.wall, 1.0 + 0.01);
    assert_close(task.wall, thread.wall);
}

#[test]
fn each_further_turn_takes_the_longer_of_waiting_and_working() {
    // 2 ms each, so 200 ms for a turn of tasks.
    let work = USES.cpu_request_task + 0.001_9;
    let Costs { thread, task, .. } = costs(Case { work, ..CASE });
    assert_close(task.wall, 0.1 + 10.0 * 0.2);
    // Half of 1.9 ms on each core: 105 ms.
    assert_close(thread.wall, 0.1 + 10.0 * 0.105);
}

#[test]
fn threads_share_the_work_among_the_cores() {
    let work = 0.1;
    let one = Case { work, cores: 1.0, ..CASE };
    let four = Case { work, cores: 4.0, ..CASE };
    let (one, four) = (costs(one), costs(four));
    assert!(four.thread.wall < 0.3 * one.thread.wall);
    assert_close(four.task.wall, one.task.wall);
    assert_close(four.thread.cpu, one.thread.cpu);
}

#[test]
fn a_longer_delay_costs_time_alone() {
    let (short, long) =
        (costs(CASE), costs(Case { delay: 0.5, ..CASE }));
    assert!(long.thread.wall > short.thread.wall);
    assert_close(long.thread.cpu, short.thread.cpu);
    assert_close(long.task.memory, short.task.memory);
}

#[test]
fn memory_is_that_of_those_who_wait_and_of_what_they_hold() {
    let held = 1_000.0;
    let Costs { sequential, thread, task } =
        costs(Case { held, ..CASE });
    assert_close(sequential.memory, 1_001_000.0);
    assert_close(thread.memory, 1e6 + 100.0 * 21_000.0);
    assert_close(task.memory, 1.1e6 + 100.0 * 6_000.0);
}

#[test]
fn more_at_once_than_there_are_requests_is_no_more() {
    let few = Case { requests: 10.0, ..CASE };
    let as_many = Case { concurrency: 10.0, ..few };
    assert_eq!(costs(few), costs(as_many));
}
