//! A run of the event loop becomes steps.

use std::{collections::BTreeSet, fs, path::Path};

use book::{
    language::Language,
    stepper::{
        Lists, Piece, Place, Step, What, Words, names, sentence,
        steps,
    },
};
use event_loop::trace::{Timer, Trace, WokenBy};

/// Two turns: main spawns a task and waits for it; the task sleeps
/// for a millisecond. Then a turn for the task, and one for main.
const RUN: &str = r#"{"format": 1, "turns": [
  {"turn": 1, "at_us": 10,
    "slept": {"at_most_us": 0, "for_us": 5, "times": 1},
    "ready": [{"task": 0, "woken_by": "start"}],
    "polls": [{"task": 0, "name": "main", "at_us": 20,
      "took_us": 5, "did": [], "spawned": [1], "done": false,
      "waits": [{"kind": "task", "task": 1,
        "file": "a.rs", "line": 9}]}],
    "timers": [], "sockets": []},
  {"turn": 2, "at_us": 30,
    "slept": {"at_most_us": 0, "for_us": 2, "times": 1},
    "ready": [{"task": 1, "woken_by": "start"}],
    "polls": [{"task": 1, "name": "clock", "at_us": 40,
      "took_us": 5, "did": [], "spawned": [], "done": false,
      "waits": [{"kind": "timer", "left_us": 1000,
        "file": "a.rs", "line": 3}]}],
    "timers": [{"task": 1, "due_us": 1042}], "sockets": []},
  {"turn": 3, "at_us": 1050,
    "slept": {"at_most_us": 990, "for_us": 1000, "times": 1},
    "ready": [{"task": 1, "woken_by": "timer"}],
    "polls": [{"task": 1, "name": "clock", "at_us": 1060,
      "took_us": 4, "did": ["tick"], "spawned": [], "done": true,
      "waits": []}],
    "timers": [], "sockets": []},
  {"turn": 4, "at_us": 1070,
    "slept": {"at_most_us": 0, "for_us": 1, "times": 1},
    "ready": [{"task": 0, "woken_by": "task"}],
    "polls": [{"task": 0, "name": "main", "at_us": 1080,
      "took_us": 3, "did": [], "spawned": [], "done": true,
      "waits": []}],
    "timers": [], "sockets": []}
]}"#;

fn run() -> Trace {
    serde_json::from_str(RUN).expect("it is a trace")
}

/// What is on the page: the recorded runs.
fn recorded() -> Vec<Trace> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = fs::read_dir(root.join("docs/loop"));
    let files = files.expect("a run was recorded");
    let traces = files.map(|file| {
        let path = file.expect("it is there").path();
        let text = fs::read_to_string(path).expect("it is a text");
        serde_json::from_str(&text).expect("it is a trace")
    });
    traces.collect()
}

fn last_of(turn: usize, steps: &[Step]) -> &Lists {
    let mut its = steps.iter().filter(|step| step.turn == turn);
    &its.next_back().expect("each turn has steps").lists
}

/// What is said, with a task as `<1>`.
fn said(step: &Step, words: &Words) -> String {
    let pieces = sentence(step, words).into_iter();
    let pieces = pieces.map(|piece| match piece {
        Piece::Text(text) => text,
        Piece::Code(code) => format!("`{code}`"),
        Piece::Task(task) => format!("<{task}>"),
    });
    pieces.collect()
}

#[test]
fn a_step_is_one_thing_that_happens() {
    let english = Language::English.words().stepper;
    let steps = steps(&run());
    let kinds = steps.iter().map(|step| match step.what {
        What::Sleeps { .. } => "sleeps".to_owned(),
        What::Woken { task, .. } => format!("{task} woken"),
        What::Polled { task, .. } => format!("{task} polled"),
        What::Spawned { task, .. } => format!("{task} spawns"),
        What::Waits { task, .. } => format!("{task} waits"),
        What::Done { task } => format!("{task} done"),
    });
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    assert_eq!(
        kinds,
        "0 woken, 0 polled, 0 spawns, 0 waits, 1 polled, 1 waits, \
         sleeps, 1 woken, 1 polled, 1 done, 0 woken, 0 polled, \
         0 done"
    );
    assert_eq!(
        said(&steps[8], english),
        "The loop polls <1>, which goes on behind the .await in \
         line 3. It tells: `tick`."
    );
}

#[test]
fn a_task_begins_at_the_top_and_goes_on_behind_its_await() {
    let steps = steps(&run());
    let places = steps.iter().filter_map(|step| {
        let runs = step.runs.as_ref()?;
        let task = step.what.running()?;
        (task == 1).then_some((runs.place, runs.line))
    });
    let places = places.collect::<Vec<_>>();
    let wanted = [
        (Place::Top, 3),
        (Place::Await, 3),
        (Place::Behind, 3),
        (Place::End, 3),
    ];
    assert_eq!(places, wanted);
}

#[test]
fn nothing_runs_while_the_loop_sleeps_or_wakes() {
    for step in steps(&run()) {
        let idle = step.what.running().is_none();
        assert_eq!(idle, step.runs.is_none(), "{step:?}");
    }
}

#[test]
fn the_loop_sleeps_only_if_nobody_is_ready() {
    let slept = |trace: &Trace| {
        let steps = steps(trace).into_iter();
        let slept = steps.filter(|step| {
            let sleeps = matches!(step.what, What::Sleeps { .. });
            assert!(!sleeps || step.lists.ready.is_empty());
            sleeps
        });
        slept.count()
    };
    assert_eq!(slept(&run()), 1);
    assert!(recorded().iter().all(|it| slept(it) > 1));
}

#[test]
fn who_waits_for_a_task_is_woken_by_its_end() {
    let steps = steps(&run());
    let woken = steps.iter().find(|step| {
        let What::Woken { task: 0, by, from } = step.what else {
            return false;
        };
        by == WokenBy::Task && from == Some(1)
    });
    let woken = woken.expect("main waited for task 1");
    assert_eq!(woken.turn, 3, "in the turn in which it ended");
    assert_eq!(woken.lists.ready[0].task, 0);
}

#[test]
fn the_timers_of_a_task_go_with_it() {
    let mut two = run();
    two.turns[1].timers.push(Timer { task: 1, due_us: 9000 });
    let steps = steps(&two);
    assert_eq!(last_of(2, &steps).timers.len(), 2);
    assert_eq!(last_of(3, &steps).timers, [], "one was due");
}

#[test]
fn the_lists_after_a_turn_are_those_of_the_trace() {
    for trace in [run()].into_iter().chain(recorded()) {
        let steps = steps(&trace);
        for turn in &trace.turns {
            let lists = last_of(turn.turn, &steps);
            let number = turn.turn;
            assert_eq!(lists.timers, turn.timers, "{number}");
            assert_eq!(lists.sockets, turn.sockets, "{number}");
            assert!(lists.taken.is_empty(), "turn {number}");
        }
    }
}

#[test]
fn the_queue_that_a_turn_takes_is_that_of_the_trace() {
    for trace in [run()].into_iter().chain(recorded()) {
        let steps = steps(&trace);
        let mut turns = trace.turns.iter();
        for pair in steps.windows(2) {
            let What::Polled { taken: 1.., .. } = pair[1].what
            else {
                continue;
            };
            let turn = turns.next().expect("one for each turn");
            assert_eq!(pair[0].lists.ready, turn.ready);
            assert!(pair[1].lists.ready.is_empty());
        }
        assert_eq!(turns.next(), None, "a turn takes no queue");
    }
}

#[test]
fn a_task_that_is_polled_stands_in_no_list() {
    for step in recorded().iter().flat_map(steps) {
        let What::Polled { task, .. } = step.what else { continue };
        let Lists { taken, timers, sockets, waits, .. } =
            &step.lists;
        assert!(!taken.contains(&task));
        assert!(timers.iter().all(|it| it.task != task));
        assert!(sockets.iter().all(|it| it.task != Some(task)));
        assert!(waits.iter().all(|(it, _)| *it != task));
    }
}

#[test]
fn the_recorded_run_has_all_kinds_of_steps() {
    let mut seen = BTreeSet::new();
    for step in recorded().iter().flat_map(steps) {
        seen.insert(match step.what {
            What::Woken { by, .. } => format!("{by:?}"),
            What::Waits { what, .. } => {
                let what = format!("waits: {what:?}");
                what.split(" {").next().unwrap_or("").to_owned()
            }
            _ => continue,
        });
    }
    for kind in [
        "Start",
        "Timer",
        "Socket",
        "Thread",
        "Task",
        "waits: Timer",
        "waits: Readable",
        "waits: Task",
        "waits: Thread",
    ] {
        assert!(seen.contains(kind), "no {kind} in {seen:?}");
    }
}

#[test]
fn each_step_has_a_sentence_in_both_languages() {
    let mut traces = recorded();
    traces.push(run());
    for step in traces.iter().flat_map(steps) {
        for language in Language::ALL {
            let said = said(&step, language.words().stepper);
            assert!(!said.contains(['{', '}']), "{said}");
            assert!(said.ends_with(['.', '。']), "{said}");
            if let Some(task) = step.what.running() {
                assert!(said.contains(&format!("<{task}>")));
            }
        }
    }
}

#[test]
fn tasks_are_called_by_number_and_name() {
    let names = names(&run());
    assert_eq!(names[&0], "0 main");
    assert_eq!(names[&1], "1 clock");
}
