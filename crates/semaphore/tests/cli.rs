//! What the binaries promise.

use std::{
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
};

use testing::{
    Canned, Running, canned_server, fits_terminal, in_time,
    last_line, run, text,
};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_semaphore_thread"),
    env!("CARGO_BIN_EXE_semaphore_async"),
];

const STEPS: [&str; 9] = [
    "limited", "pool", "channel", "inside", "held", "wait", "fair",
    "close", "rate",
];

/// Those that download.
const DOWNLOADS: [&str; 5] =
    ["limited", "pool", "channel", "held", "rate"];

const SHORT: &str =
    "--no-save --delay 10 --interval 10ms --units 30 --rounds 5";

#[test]
fn each_step_fits_a_terminal_and_ends_with_what_was_seen() {
    for program in PROGRAMS {
        for step in STEPS {
            let output =
                run(program, &format!("--step {step} {SHORT}"));
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{said}");
            assert_eq!(text(&output.stderr), "", "{step}");
            fits_terminal(said);
            assert!(last_line(said).ends_with('.'), "{said}");
        }
    }
}

#[test]
fn the_server_is_quoted_last() {
    for program in PROGRAMS {
        let output = run(program, &format!("{SHORT} -m 1"));
        let said = text(&output.stdout);
        let quoted = "The server counted 1 request at once at the \
                      most, 1 allowed.";
        assert!(said.contains(quoted), "{said}");
        let output = run(program, &format!("{SHORT} --json"));
        let said = text(&output.stdout);
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn held_permits_bound_what_the_server_counts_and_others_do_not() {
    for program in PROGRAMS {
        let arguments =
            "--step held --no-save --delay 600 --limit 9 -m 3";
        let output = run(program, arguments);
        let said = text(&output.stdout);
        let seen = "3 with permits held, 9 with none.";
        assert!(said.contains(seen), "{said}");
    }
}

#[test]
fn each_failure_is_told_with_its_code_and_its_cause() {
    for program in PROGRAMS {
        for step in DOWNLOADS {
            let arguments =
                format!("--step {step} {SHORT} --server error");
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert_eq!(output.status.code(), Some(1), "{said}");
            let told = "error for BR: 418 I'm a teapot";
            assert!(said.contains(told), "{said}");
            assert!(said.contains("5 failed"), "{said}");
            assert!(said.lines().count() < 24, "{said}");
        }
    }
}

/// A server elsewhere counts for itself.
#[test]
fn what_cannot_be_told_of_a_server_elsewhere_is_said() {
    let base =
        canned_server(|_| Canned::ok("image/gif", "GIF89a;"));
    for program in PROGRAMS {
        let arguments = format!("--no-save --server {base}");
        let output = run(program, &arguments);
        let said = text(&output.stdout);
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(said.contains("only the server knows."), "{said}");
    }
}

#[test]
fn how_many_units_existed_is_told_with_what_they_took() {
    for program in PROGRAMS {
        let output = run(program, "--step inside --units 40 -m 3");
        let said = text(&output.stdout);
        let row = |what: &str| {
            let mut lines = said.lines();
            lines.find(|line| line.starts_with(what)).expect(said)
        };
        assert!(row("acquired before").contains(" 3 "), "{said}");
        assert!(row("acquired inside").contains(" 40 "), "{said}");
        if Path::new("/proc/self/status").exists() {
            assert!(row("acquired inside").ends_with(" MiB"));
        }
    }
}

#[test]
fn no_more_threads_are_started_than_half_of_what_is_allowed() {
    let output = run(PROGRAMS[0], "--step inside --units 2000");
    let said = text(&output.stdout);
    let units = said.lines().find(|it| it.contains(" in all"));
    let units = units.and_then(|it| it.split(' ').next());
    let units: u64 = units.expect(said).parse().expect(said);
    let half = lesson::limits::threads()[0].value / 2;
    assert_eq!(units, half.min(2_000), "{said}");
    assert_eq!(said.contains("leaves half of"), half < 2_000);
}

/// With a permit for each there is nobody that could have cost
/// anything.
#[test]
fn where_nobody_waits_for_a_permit_no_cost_is_told() {
    for program in PROGRAMS {
        let output = run(program, "--step inside --units 1");
        let said = text(&output.stdout);
        assert!(said.contains("nobody waited for one"), "{said}");
        assert!(!said.contains("1 tasks"), "{said}");
        assert!(!said.contains("1 threads"), "{said}");
        assert!(!said.contains("each."), "{said}");
    }
}

#[test]
fn only_steps_that_report_take_json() {
    for program in PROGRAMS {
        for step in &STEPS[3..] {
            let arguments = format!("--step {step} --json");
            let output = run(program, &arguments);
            let said = text(&output.stderr);
            assert_eq!(output.status.code(), Some(2), "{said}");
            let told = format!("--step {step} has no --json");
            assert!(said.contains(&told), "{said}");
        }
        for step in &STEPS[..3] {
            let arguments = format!("--step {step} {SHORT} --json");
            let output = run(program, &arguments);
            let said = text(&output.stdout);
            assert!(said.starts_with('{'), "{said}");
        }
    }
}

#[test]
fn what_only_the_queue_of_tokio_promises_is_said_of_it_alone() {
    let [thread, task] = PROGRAMS.map(|program| {
        let output = run(program, "--step fair --rounds 20");
        text(&output.stdout).to_owned()
    });
    assert!(task.contains("0 of 20 times: there was a queue."));
    assert!(!task.contains("the system chooses"), "{task}");
    if thread.contains("no queue.") {
        assert!(thread.contains("the system chooses"), "{thread}");
    }
}

#[test]
fn help_lists_the_steps_and_a_wrong_one_is_wrong_usage() {
    for program in PROGRAMS {
        let output = run(program, "--help");
        let said = text(&output.stdout);
        for step in STEPS {
            assert!(
                said.contains(&format!("\n  {step} ")),
                "{said}"
            );
        }
        let fits = |line: &str| line.chars().count() <= 80;
        assert!(said.lines().all(fits), "{said}");
        for wrong in [
            "--step nope",
            "-m 0",
            "--step rate --interval 0s",
            "--step inside --units 100000001",
            "--step held --server http://127.0.0.1:1/flags",
            "--step rate --server http://127.0.0.1:1/flags",
        ] {
            let output = run(program, wrong);
            assert_eq!(output.status.code(), Some(2), "{wrong}");
            assert_eq!(text(&output.stdout), "", "{wrong}");
        }
    }
}

#[test]
fn a_closed_pipe_ends_each_download_quietly() {
    for program in PROGRAMS {
        for step in &DOWNLOADS[..3] {
            let child = Command::new(program)
                .args(["-v", "--delay", "5", "--count", "900"])
                .args(["--no-save", "--step", step])
                .stdout(Stdio::piped())
                .stderr(Stdio::piped())
                .spawn()
                .expect("the program starts");
            let mut running = Running(child);
            let stdout = running.0.stdout.take().expect("a pipe");
            let (said, ended) = in_time(step, move || {
                let mut lines = BufReader::new(stdout).lines();
                assert!(lines.any(|line| {
                    line.is_ok_and(|line| line.contains("ok,"))
                }));
                drop(lines);
                let stderr = running.0.stderr.take();
                let mut said = String::new();
                stderr
                    .expect("a pipe")
                    .read_to_string(&mut said)
                    .expect("it ends");
                (said, running.0.wait().expect("it ends"))
            });
            assert_eq!(
                (said.as_str(), ended.code()),
                ("", Some(0))
            );
        }
    }
}
