//! The program, with a stand-in for `compare` that costs what the
//! model says, so that what comes out is known.
#![cfg(unix)]

use std::{
    fs, os::unix::fs::PermissionsExt, path::Path, time::Duration,
};

use assert_cmd::Command;
use calculator::{
    client::Client, constants, predictions, recorded::Recorded,
};
use tempfile::TempDir;

const DEADLINE: Duration = Duration::from_secs(60);

/// A request takes 10 µs and a unit 50 µs of CPU time, a unit
/// 20,000 bytes; the program itself 2 ms and 1,000,000 bytes. One
/// by one, each of 40 requests takes 70 µs more to wake up.
const COMPARE: &str = r#"#!/bin/sh
while [ $# -gt 0 ]; do
    case "$1" in
        --count) count=$2 ;;
        --max-req) at_once=$2 ;;
        --delay) delay=$2 ;;
        --only) only=$2 ;;
    esac
    shift
done
awk -v n="$count" -v c="$at_once" -v d="$delay" -v only="$only" '
BEGIN {
    printf "{\"versions\":["
    many = split(only, names, ",")
    for (i = 1; i <= many; i++) {
        one = names[i] == "sequential"
        units = one ? 0 : (c < n ? c : n)
        turns = one ? n : int((n + c - 1) / c)
        wake = d > 0 ? turns * 0.00007 : 0
        cpu = 0.002 + n * 0.00001 + units * 0.00005 + wake
        memory = 1000000 + units * 20000
        wall = turns * d / 1000 + n * 0.00001
        printf "%s{\"version\":\"%s\",\"ok\":%d,", (i > 1 ? "," : ""), names[i], n
        printf "\"wall_s\":{\"median\":%.9f},\"cpu_s\":{\"median\":%.9f},", wall, cpu
        printf "\"peak_memory_bytes\":%d,\"ideal_s\":%.9f}", memory, turns * d / 1000
    }
    print "]}"
}'
"#;

/// Puts the stand-in into a folder.
fn stand_in(script: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("compare");
    fs::write(&program, script).unwrap();
    let all = fs::Permissions::from_mode(0o755);
    fs::set_permissions(program, all).unwrap();
    folder
}

fn command(folder: &Path, word: &str) -> Command {
    let program = env!("CARGO_BIN_EXE_calculator");
    let mut command = Command::new(program);
    command.timeout(DEADLINE).arg(word);
    command.arg("--dir").arg(folder);
    command.arg("--compare").arg(folder.join("compare"));
    command
}

#[test]
fn constants_are_what_the_programs_were_seen_to_use() {
    let folder = stand_in(COMPARE);
    command(folder.path(), "constants").assert().code(0);
    let file = folder.path().join("constants.json");
    let text = fs::read_to_string(file).unwrap();
    let measured =
        Recorded::<constants::Row>::parse(&text).unwrap();
    for client in Client::ALL {
        let uses = measured.uses(client).unwrap();
        let close = |one: f64, other: f64| {
            assert!((one - other).abs() < 0.01 * other, "{uses:?}");
        };
        close(uses.cpu_base, 0.002);
        close(uses.cpu_request, 0.000_01);
        close(uses.cpu_request_thread, 0.000_01);
        close(uses.cpu_task, 0.000_05);
        close(uses.cpu_wake, 0.000_07);
        close(uses.memory_base, 1e6);
        close(uses.memory_thread, 20_000.0);
        assert!(uses.cpu_wait_thread < 1e-7, "{uses:?}");
        assert!(uses.memory_runtime < 1.0, "{uses:?}");
    }
}

#[test]
fn predictions_stand_beside_what_was_run() {
    let folder = stand_in(COMPARE);
    let run = command(folder.path(), "record").assert().code(0);
    let output = run.get_output().stdout.clone();
    let output = String::from_utf8(output).unwrap();
    for line in output.lines().filter(|it| !it.contains('/')) {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for version in ["sequential", "raw_thread", "async"] {
        assert!(output.contains(version), "{output}");
    }
    let file = folder.path().join("predictions.json");
    let text = fs::read_to_string(file).unwrap();
    let predictions =
        Recorded::<predictions::Row>::parse(&text).unwrap();
    let cases = predictions.rows.iter();
    let mut cases = cases
        .map(|row| (row.requests, row.concurrency, row.delay_ms))
        .collect::<Vec<_>>();
    cases.dedup();
    assert_eq!(cases.len(), 6);
    // The stand-in does as the model says.
    let [_, cpu, memory] = predictions::FIGURES;
    for figure in [cpu, memory] {
        let worst = predictions.off(figure, 1.0).unwrap();
        assert!(worst < 0.02, "{output}");
    }
}

#[test]
fn a_program_that_fails_leaves_no_file() {
    let folder = stand_in("#!/bin/sh\nexit 1\n");
    let run = command(folder.path(), "record").assert().code(1);
    let errors = run.get_output().stderr.clone();
    let errors = String::from_utf8(errors).unwrap();
    assert!(errors.contains("compare failed"), "{errors}");
    assert!(!folder.path().join("constants.json").exists());
}

#[test]
fn wrong_usage_exits_2_and_help_lists_the_commands() {
    let program = || {
        let program = env!("CARGO_BIN_EXE_calculator");
        let mut command = Command::new(program);
        command.timeout(DEADLINE);
        command
    };
    program().assert().code(2);
    program().arg("guess").assert().code(2);
    let run = program().arg("--help").assert().code(0);
    let help = run.get_output().stdout.clone();
    let help = String::from_utf8(help).unwrap();
    for word in ["constants", "predict", "record"] {
        assert!(help.contains(word), "{help}");
    }
}
