//! The command line, the report and the exit code.

mod support;

use std::{
    io::{BufRead, BufReader, Read},
    process::{self, Output, Stdio},
};

use assert_cmd::Command;
use serde_json::Value;
use support::{DEADLINE, Running, files, in_time};
use tempfile::TempDir;
use testing::text;

const PROGRAMS: [(&str, &str); 3] = [
    ("sequential", env!("CARGO_BIN_EXE_download_sequential")),
    ("thread", env!("CARGO_BIN_EXE_download_thread")),
    ("async", env!("CARGO_BIN_EXE_download_async")),
];

/// Runs `program` in a folder of its own.
fn run(program: &str, arguments: &str) -> (TempDir, Output) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(program)
        .args(arguments.split_whitespace())
        .current_dir(&folder)
        .timeout(DEADLINE)
        .output()
        .expect("the program runs");
    (folder, output)
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("one object")
}

#[test]
fn wrong_usage_exits_with_2_and_the_usage_line() {
    let wrong = [
        "--max-req 0",
        "--limit 0",
        "--count 0",
        "--timeout 0",
        "--delay 9-3",
        "--bogus",
        "BRA",
        "B7",
        "--all --every",
        "CN --all",
        "--no-save --dest here",
        "--server nowhere",
        "--server http://localhost:8000",
        "--server http://localhost/flags --delay 5",
        "--server remote",
        "--step nonsense",
    ];
    for (_, program) in PROGRAMS {
        for arguments in wrong {
            let (folder, output) = run(program, arguments);
            let said = text(&output.stderr);
            assert_eq!(
                output.status.code(),
                Some(2),
                "{arguments}"
            );
            assert!(said.starts_with("error: "), "{said}");
            assert!(said.contains("Usage: download_"), "{said}");
            assert!(output.stdout.is_empty(), "{arguments}");
            assert!(files(folder.path()).is_empty(), "{arguments}");
        }
    }
}

#[test]
fn help_lists_the_steps_with_a_line_each() {
    for (_, program) in &PROGRAMS[1..] {
        let (_folder, output) = run(program, "--help");
        let said = text(&output.stdout);
        assert!(said.contains("\n  clients  by HTTP"), "{said}");
        assert!(
            said.contains("\n  raw      on bare TCP"),
            "{said}"
        );
    }
}

#[test]
fn flags_are_saved_below_the_folder_one_stands_in() {
    for (_, program) in PROGRAMS {
        let (folder, output) = run(program, "-s local VN CN ZZ");
        assert_eq!(output.status.code(), Some(0));
        let dest = folder.path().join("target/downloaded");
        assert_eq!(files(&dest), ["cn.gif", "vn.gif"]);
        let said = text(&output.stdout);
        assert!(said.contains("ZZ?"), "{said}");
        assert!(
            said.contains("2 downloaded, 1 not found"),
            "{said}"
        );
        assert!(said.contains("inside this program"), "{said}");
        assert!(
            output.stderr.is_empty(),
            "no bar without terminal"
        );
    }
}

#[test]
fn json_report_is_one_object_with_all_counts() {
    let arguments = "--json -s error --delay 0-2 --all --no-save";
    let mut first = None;
    for (version, program) in PROGRAMS {
        let (folder, output) = run(program, arguments);
        let report = json(&output);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(report["version"], version);
        assert_eq!(report["asked"], 249);
        let count = |key: &str| report[key].as_u64().expect(key);
        let total =
            count("ok") + count("not_found") + count("error");
        assert_eq!(total, 249);
        assert!(report["wall_s"].is_f64());
        assert!(report["dest"].is_null());
        let failures =
            report["failures"].as_array().expect("a list");
        assert_eq!(failures.len() as u64, count("error"));
        assert_eq!(failures[0]["error"], "418 I'm a teapot");
        assert!(files(folder.path()).is_empty());
        let first = first.get_or_insert(failures.clone());
        assert_eq!(first, failures, "same seed, same errors");
    }
}

#[test]
fn raw_step_says_so_in_its_report() {
    for (version, program) in &PROGRAMS[1..] {
        let arguments = "--step raw --json -s local CN --no-save";
        let (_folder, output) = run(program, arguments);
        assert_eq!(
            json(&output)["version"],
            format!("raw_{version}")
        );
        assert_eq!(json(&output)["ok"], 1);
    }
}

#[test]
fn codes_are_repeated_until_there_are_enough() {
    for (_, program) in PROGRAMS {
        let arguments = "--json -s local --count 45 --limit 4";
        let (folder, output) = run(program, arguments);
        assert_eq!(json(&output)["asked"], 45);
        assert_eq!(json(&output)["ok"], 45);
        let dest = folder.path().join("target/downloaded");
        assert_eq!(
            files(&dest),
            ["bd.gif", "br.gif", "cd.gif", "cn.gif"]
        );
    }
}

#[test]
fn a_letter_stands_for_all_codes_that_begin_with_it() {
    for (_, program) in PROGRAMS {
        let (_folder, output) =
            run(program, "--json -s local b --no-save");
        assert_eq!(json(&output)["asked"], 26);
        assert_eq!(json(&output)["not_found"], 5);
    }
}

#[test]
fn a_report_on_every_code_fits_80_columns() {
    for (_, program) in PROGRAMS {
        let (_folder, output) =
            run(program, "-s local --every --no-save");
        let said = text(&output.stdout);
        let fits = |line: &str| line.chars().count() <= 80;
        assert!(said.lines().all(fits), "{said}");
        let not_found = said.matches('?').count();
        let legend = 1;
        assert_eq!(not_found, 676 - 249 + legend, "{said}");
    }
}

#[test]
fn delays_are_summed_only_if_all_answers_came() {
    for (_, program) in PROGRAMS {
        let (_folder, output) = run(program, "--delay 5 CN BR");
        let said = text(&output.stdout);
        assert!(said.contains("\ndelays: "), "{said}");
        let arguments = "--delay 30000 --timeout 0.1 CN BR";
        let (_folder, output) = run(program, arguments);
        let said = text(&output.stdout);
        assert!(said.contains("2 failed"), "{said}");
        assert!(!said.contains("delays: "), "{said}");
    }
}

#[test]
fn slow_stretches_the_delay_of_the_server_inside() {
    for (_, program) in PROGRAMS {
        let arguments = "--slow 2.5 --delay 4-8 --no-save CN";
        let (_folder, output) = run(program, arguments);
        let said = text(&output.stdout);
        assert!(said.contains("delay 10-20 ms"), "{said}");
    }
}

#[test]
fn nothing_found_is_a_failure_and_something_found_is_not() {
    for (_, program) in PROGRAMS {
        let (_folder, output) = run(program, "-s local XX ZZ");
        assert_eq!(output.status.code(), Some(1));
        let (_folder, output) = run(program, "-s local XX CN");
        assert_eq!(output.status.code(), Some(0));
    }
}

#[test]
fn a_destination_that_is_no_folder_is_told_before_anything_starts()
{
    for (_, program) in PROGRAMS {
        let arguments = format!("-s local -o {program}");
        let (_folder, output) = run(program, &arguments);
        assert_eq!(output.status.code(), Some(1));
        let said = text(&output.stderr);
        assert!(
            said.contains("flags cannot be saved in"),
            "{said}"
        );
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_replaced_fails_its_flag_alone() {
    for (_, program) in PROGRAMS {
        let folder = tempfile::tempdir().expect("a folder");
        let in_the_way = folder.path().join("cn.gif/full");
        std::fs::create_dir_all(in_the_way).expect("a folder");
        let output = Command::new(program)
            .args(["--json", "-s", "local", "CN", "BR", "-o"])
            .arg(folder.path())
            .timeout(DEADLINE)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        let failure = &json(&output)["failures"][0];
        assert_eq!(failure["cc"], "CN");
        let error = failure["error"].as_str().expect("a text");
        assert!(error.starts_with("could not save"), "{error}");
        assert_eq!(files(folder.path()), ["br.gif", "cn.gif"]);
    }
}

/// Stands for a full disk: files end at 512 bytes.
#[cfg(unix)]
#[test]
fn a_flag_that_does_not_fit_leaves_nothing_behind() {
    for (_, program) in PROGRAMS {
        let folder = tempfile::tempdir().expect("a folder");
        let script = "trap '' XFSZ; ulimit -f 1; exec \"$@\"";
        let output = Command::new("sh")
            .args(["-c", script, "sh", program, "--json"])
            .args(["-s", "local", "IN", "BR", "-o"])
            .arg(folder.path())
            .timeout(DEADLINE)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(json(&output)["error"], 2);
        let failure = &json(&output)["failures"][0]["error"];
        let error = failure.as_str().expect("a text");
        assert!(error.starts_with("could not save"), "{error}");
        assert!(files(folder.path()).is_empty());
    }
}

#[cfg(unix)]
#[test]
fn too_few_open_files_are_told_before_anything_starts() {
    for (_, program) in &PROGRAMS[1..] {
        let script = "ulimit -n 100; exec \"$@\"";
        let output = Command::new("sh")
            .args(["-c", script, "sh", program, "-m", "50"])
            .args(["--count", "50", "--no-save", "-s", "local"])
            .timeout(DEADLINE)
            .output()
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(1));
        let said = text(&output.stderr);
        assert!(said.contains("ulimit -n 164"), "{said}");
        assert!(said.contains("--max-req"), "{said}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_closed_pipe_ends_a_program_quietly() {
    for (_, program) in PROGRAMS {
        let folder = tempfile::tempdir().expect("a folder");
        let mut child = process::Command::new(program)
            .args(["-v", "-s", "local", "--count", "500"])
            .current_dir(&folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let stdout = child.stdout.take().expect("a pipe");
        let mut running = Running(child);
        let read = in_time(program, move || {
            let mut lines = BufReader::new(stdout).lines();
            lines.any(|line| {
                line.is_ok_and(|line| line.contains("ok,"))
            })
        });
        assert!(read, "flags are shown, and then nobody reads");
        let (said, ended) = in_time(program, move || {
            let mut stderr =
                running.0.stderr.take().expect("a pipe");
            let mut said = String::new();
            stderr.read_to_string(&mut said).expect("it ends");
            (said, running.0.wait().expect("it ends"))
        });
        assert_eq!((said.as_str(), ended.code()), ("", Some(0)));
        let dest = folder.path().join("target/downloaded");
        let whole = |name: &String| name.ends_with(".gif");
        assert!(
            files(&dest).iter().all(whole),
            "nothing half done"
        );
    }
}
