//! What the binaries promise.

use flag_server::EmbeddedServer;
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};
use testing::{fits_terminal, run, text};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_as_completed_thread"),
    env!("CARGO_BIN_EXE_as_completed_async"),
];

const STEPS: [&str; 7] = [
    "arrival",
    "wait",
    "pending",
    "buffered",
    "still",
    "joined",
    "countdown",
];

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    let short = "--slow 0.05";
    for program in PROGRAMS {
        for step in STEPS {
            let output =
                run(program, &format!("--step {step} {short}"));
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(text(&output.stderr), "", "{step}");
            fits_terminal(said);
        }
    }
}

#[test]
fn the_async_half_says_on_which_runtime_it_runs() {
    for step in STEPS {
        let arguments = format!("--step {step} --slow 0.05");
        let output = run(PROGRAMS[1], &arguments);
        let said = text(&output.stdout);
        assert!(said.contains("current-thread"), "{said}");
    }
}

#[test]
fn the_server_tells_what_became_of_the_pending_ones() {
    let arguments = "--step pending --slow 0.3";
    let ends = [
        "Went on to the end: scoped threads, channel dropped, \
         handles.\nStopped: none.\n",
        "Went on to the end: handles.\n\
         Stopped: futures dropped, JoinSet dropped.\n",
    ];
    for (program, end) in PROGRAMS.into_iter().zip(ends) {
        let output = run(program, arguments);
        let said = text(&output.stdout);
        assert!(said.contains(end), "{said}");
    }
}

#[test]
fn a_step_that_asks_the_server_needs_the_one_inside() {
    let base = "--server http://127.0.0.1:9/flags";
    for program in PROGRAMS {
        for step in ["pending", "still"] {
            let arguments = format!("--step {step} {base}");
            let output = run(program, &arguments);
            assert_eq!(output.status.code(), Some(1));
            let said = text(&output.stderr);
            assert!(said.contains("--server local"), "{said}");
        }
    }
}

/// The counts are the report's, and those of the server itself.
#[test]
fn against_faults_both_halves_count_what_the_server_answered() {
    let mut counts = None;
    for program in PROGRAMS {
        let server = EmbeddedServer::start(&Wanted {
            kind: Kind::Error,
            delay: "0-2".parse().ok(),
            seed: 7,
            codes: country::all(),
        });
        let server = server.expect("a server starts");
        let arguments = format!(
            "--json --limit 60 --every --server {}",
            server.base()
        );
        let output = run(program, &arguments);
        let report: serde_json::Value =
            serde_json::from_slice(&output.stdout).expect("JSON");
        let seen = server.seen();
        let count = |key: &str| report[key].as_u64().expect(key);
        assert_eq!(count("ok"), seen.ok());
        assert_eq!(count("not_found"), seen.not_found());
        assert_eq!(count("error"), seen.error());
        assert!([seen.ok(), seen.error()].iter().all(|it| *it > 0));
        let total = seen.ok() + seen.not_found() + seen.error();
        assert_eq!(total, 60);
        assert_eq!(output.status.code(), Some(1));
        let first = counts.get_or_insert(seen.answers.clone());
        assert_eq!(*first, seen.answers, "the same in both halves");
    }
}

#[test]
fn codes_that_are_named_are_all_asked_for() {
    for program in PROGRAMS {
        let codes = "BD BR CD CN DE EG ET FR";
        let output = run(program, &format!("{codes} -s local"));
        let said = text(&output.stdout);
        assert!(said.contains("\n8 downloaded, "), "{said}");
    }
}

#[test]
fn help_lists_the_steps_and_a_wrong_one_is_wrong_usage() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        for step in STEPS {
            let line = format!("\n  {step:9}  ");
            assert!(said.contains(&line), "{step}: {said}");
        }
        assert!(!said.contains("--dest"), "nothing is saved");
        assert!(!said.contains("--max-req"), "all at once");
        let fits = |line: &str| line.chars().count() <= 80;
        assert!(said.lines().all(fits), "{said}");
        let wrong = [
            "--step nope",
            "--ahead 0",
            "--patience x",
            "--dest here",
            "--max-req 3",
            "--tick 0s",
            "--step countdown --tick 0s",
            "--patience 300000years",
        ];
        for wrong in wrong {
            let output = run(program, wrong);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert_eq!(text(&output.stdout), "");
        }
    }
}

#[test]
fn only_the_step_that_reports_takes_json_and_verbose() {
    for program in PROGRAMS {
        for step in &STEPS[1..] {
            for report in ["--json", "--verbose"] {
                let arguments = format!("--step {step} {report}");
                let output = run(program, &arguments);
                let said = text(&output.stderr);
                assert_eq!(output.status.code(), Some(2), "{said}");
                let told = format!("--step {step} has no {report}");
                assert!(said.contains(&told), "{said}");
                assert_eq!(text(&output.stdout), "");
            }
        }
    }
}

#[test]
fn the_shortest_tick_is_drawn() {
    for program in PROGRAMS {
        let output = run(program, "--step countdown --tick 1ms");
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        let told = "they ended as ABCD, ";
        assert!(said.contains(told), "{said}");
    }
}

/// One flag is one request: when it is there, nothing is left that
/// could stand still.
#[test]
fn who_had_nothing_left_to_do_did_not_stand_still() {
    for program in PROGRAMS {
        let arguments = "FR --step still -s local --busy 10ms";
        let output = run(program, arguments);
        let said = text(&output.stdout);
        assert!(said.contains("Stood still: none.\n"), "{said}");
        assert!(said.contains("Went on: none.\n"), "{said}");
        assert!(said.contains("Had nothing left"), "{said}");
        assert!(said.contains("1 unit: "), "{said}");
    }
}

#[test]
fn one_job_is_told_in_the_singular() {
    for program in PROGRAMS {
        for (step, told) in [
            ("joined", "1 job that waits for the server, "),
            ("pending", "1 flag is asked for at once."),
            ("buffered", "1 flag, at most 3 of them"),
        ] {
            let arguments = format!("FR -s local --step {step}");
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert!(said.contains(told), "{said}");
            assert!(!said.contains("1 jobs"), "{said}");
        }
    }
}

#[test]
fn the_step_joined_names_the_cores_where_threads_compute() {
    let [thread, task] = PROGRAMS.map(|program| {
        let output = run(program, "--step joined -s local");
        text(&output.stdout).to_owned()
    });
    let told = "in parallel as far as there are cores (";
    assert!(thread.contains(told), "{thread}");
    assert!(task.contains("the other, on 1 thread."));
}
