//! What a person sees on a terminal while flags arrive.
#![cfg(unix)]

use std::process::Command;

use testing::on_terminal;

const PROGRAMS: [&str; 3] = [
    env!("CARGO_BIN_EXE_download_sequential"),
    env!("CARGO_BIN_EXE_download_thread"),
    env!("CARGO_BIN_EXE_download_async"),
];

/// What only a progress bar is made of.
const BAR: char = '░';

/// Returns all that is written to a terminal.
fn written(program: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(program);
    command.args(["--delay", "150", "--no-save", "CN", "BR"]);
    command.args(arguments);
    String::from_utf8(on_terminal(command)).expect("UTF-8")
}

#[test]
fn a_bar_grows_while_flags_arrive() {
    for program in PROGRAMS {
        let written = written(program, &[]);
        assert!(written.contains(BAR), "{written}");
        assert!(written.contains("/2"), "{written}");
    }
}

#[test]
fn with_a_line_for_each_flag_there_is_no_bar() {
    for program in PROGRAMS {
        let written = written(program, &["--verbose"]);
        assert!(!written.contains(BAR), "{written}");
        assert!(written.contains("BR  ok"), "{written}");
    }
}
