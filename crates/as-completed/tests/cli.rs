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
        ];
        for wrong in wrong {
            let output = run(program, wrong);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert_eq!(text(&output.stdout), "");
        }
    }
}
