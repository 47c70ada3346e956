//! The binaries, in every step.

use event_loop::trace::{FORMAT, Trace, What};
use testing::{run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_event_loop_thread"),
    env!("CARGO_BIN_EXE_event_loop_async"),
];

const STEPS: [&str; 5] =
    ["sources", "chain", "run_sync", "callbacks", "tokio"];

#[test]
fn every_step_ends_well_on_a_small_screen() {
    for program in PROGRAMS {
        for step in STEPS {
            let line = format!("--step {step} --tick 20ms");
            let output = run(program, &line);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{line}");
            assert!(output.stderr.is_empty(), "{line}");
            assert!(said.lines().count() <= 24, "{said}");
            let fits = |it: &str| it.chars().count() <= 80;
            assert!(said.lines().all(fits), "{said}");
            let plain = |it: char| it == '\n' || !it.is_control();
            assert!(said.chars().all(plain), "{said:?}");
        }
    }
}

#[test]
fn help_lists_the_same_steps_in_both() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        let (_, steps) = said.split_once("Steps:").expect("steps");
        let steps = steps
            .lines()
            .filter_map(|line| line.split_whitespace().next());
        assert_eq!(steps.collect::<Vec<_>>(), STEPS, "{said}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    let both = ["--step nope", "--tick soon", "extra"];
    let traced =
        ["--step chain --trace-all", "--step tokio --trace x"];
    let thread = both.map(|line| (PROGRAMS[0], line));
    let r#async = both.map(|line| (PROGRAMS[1], line));
    let traced = traced.map(|line| (PROGRAMS[1], line));
    for (program, line) in
        thread.into_iter().chain(r#async).chain(traced)
    {
        let output = run(program, line);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{line}");
        assert!(said.starts_with("error: "), "{said}");
        assert!(said.contains("Usage: event_loop_"), "{said}");
        assert!(output.stdout.is_empty(), "{line}");
    }
}

#[test]
fn a_trace_that_cannot_be_written_is_told_with_its_cause() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("missing").join("trace.json");
    let line = format!("--tick 4ms --trace {}", path.display());
    let output = run(PROGRAMS[1], &line);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(
        said.contains("trace.json cannot be written: "),
        "{said}"
    );
}

/// Runs the async half; returns what it said, and its trace.
fn traced(arguments: &str) -> (String, Trace) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("trace.json");
    let line = format!("{arguments} --trace {}", path.display());
    let output = run(PROGRAMS[1], &line);
    assert_eq!(output.status.code(), Some(0), "{line}");
    let json = std::fs::read_to_string(path).expect("it is there");
    let trace = serde_json::from_str(&json).expect("a trace");
    (text(&output.stdout).to_owned(), trace)
}

#[test]
fn the_trace_file_agrees_with_the_run() {
    let (said, trace) = traced("--tick 20ms --trace-all");
    assert_eq!(trace.format, FORMAT);
    let polls = || trace.turns.iter().flat_map(|turn| &turn.polls);
    // One row of the table for each poll, with its number and
    // name, with what it did, and with what it waits for.
    let mut rows = said.lines();
    for poll in polls() {
        let who = format!(" {} {} ", poll.task, poll.name);
        let row = rows.find(|row| row.contains(&who));
        let row = row.unwrap_or_else(|| panic!("{who}: {said}"));
        for what in &poll.did {
            assert!(row.contains(what), "{row}");
        }
        for wait in &poll.waits {
            let what = wait.what.to_string();
            assert!(row.contains(&what), "{row}");
            let place = format!("async.rs:{}", wait.line);
            assert!(row.contains(&place), "{row}");
        }
        assert_eq!(row.contains("nothing: done"), poll.done);
    }
    // What was done is what happened.
    let did = |task: &str| {
        polls()
            .filter(|poll| poll.name == task)
            .flat_map(|poll| poll.did.iter().map(String::as_str))
            .collect::<Vec<_>>()
    };
    assert_eq!(did("timer A"), ["tick 1", "tick 2"]);
    assert_eq!(did("timer B"), ["tick 1"]);
    assert_eq!(did("lines A"), ["line 1", "line 2"]);
    assert_eq!(did("lines B"), ["line 1"]);
    assert_eq!(did("thread"), ["42"]);
    assert_eq!(did("child").len(), 1);
    assert_eq!(polls().filter(|poll| poll.done).count(), 7);
}

#[test]
fn the_trace_names_the_lines_of_the_awaits() {
    let source = include_str!("../src/async.rs");
    let lines: Vec<_> = source.lines().collect();
    let (_, trace) = traced("--tick 20ms");
    let polls = trace.turns.iter().flat_map(|turn| &turn.polls);
    for wait in polls.flat_map(|poll| &poll.waits) {
        assert!(wait.file.ends_with("async.rs"), "{}", wait.file);
        let line = lines[wait.line as usize - 1];
        let expected = match wait.what {
            What::Timer { .. } => "time::sleep(every).await",
            What::Connected { .. } => "connect(address).await",
            What::Readable { .. } => "lines.next_line().await",
            What::Task { .. } => "unit.await",
            What::Thread => ".await",
        };
        assert!(line.contains(expected), "{line}");
    }
}

#[test]
fn each_poll_was_ready_and_each_pending_task_is_waited_for() {
    let (_, trace) = traced("--tick 20ms");
    for (index, turn) in trace.turns.iter().enumerate() {
        assert_eq!(turn.turn, index + 1);
        let ready = turn.ready.iter().map(|it| it.task);
        let polled = turn.polls.iter().map(|it| it.task);
        assert!(ready.eq(polled), "{turn:?}");
        assert!(!turn.ready.is_empty(), "{turn:?}");
        for poll in turn.polls.iter().filter(|it| !it.done) {
            assert_eq!(poll.waits.len(), 1, "{poll:?}");
            let task = poll.task;
            match poll.waits[0].what {
                What::Timer { .. } => {
                    let mut timers = turn.timers.iter();
                    assert!(timers.any(|it| it.task == task));
                }
                What::Connected { socket }
                | What::Readable { socket } => {
                    let mut sockets = turn.sockets.iter();
                    assert!(sockets.any(|it| {
                        (it.socket, it.task) == (socket, Some(task))
                    }));
                }
                What::Task { .. } | What::Thread => {}
            }
        }
    }
}

#[test]
fn the_loop_turns_only_when_there_is_something_to_do() {
    let (_, trace) = traced("--tick 20ms");
    let (events, sources) = (8, 6);
    // Each event is a turn at most, and so may be, for a source,
    // its connection and its end; the first two turns spawn.
    let bound = events + 2 * sources + 2;
    assert!(trace.turns.len() <= bound, "{}", trace.turns.len());
    let times = trace.turns.iter().map(|turn| turn.slept.times);
    let times = times.sum::<u32>() as usize;
    // A helper's alarm may ring once more after it was heard.
    let helpers = 2;
    assert!(times <= bound + helpers, "woken {times} times");
}

#[test]
fn a_long_trace_is_cut_and_says_how_much_is_left() {
    let (short, trace) = traced("--tick 20ms --ticks 20");
    let polls = trace.turns.iter().map(|turn| turn.polls.len());
    // A caption, a head and 18 rows, then what this looks for.
    let left = polls.sum::<usize>() - 18;
    let said = format!("  {left} more rows: --trace-all");
    assert_eq!(short.lines().nth(20), Some(said.as_str()));
    let (long, _) = traced("--tick 20ms --ticks 20 --trace-all");
    assert!(long.contains("tick 20"), "{long}");
    assert!(!short.contains("tick 20"), "{short}");
}
