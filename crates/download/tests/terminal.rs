//! What a person sees on a terminal while flags arrive.
#![cfg(unix)]

mod support;

use std::{
    fs::File,
    io::Read,
    process::{Command, Stdio},
};

use nix::pty::{Winsize, openpty};
use support::{Running, in_time};

const PROGRAMS: [&str; 3] = [
    env!("CARGO_BIN_EXE_download_sequential"),
    env!("CARGO_BIN_EXE_download_thread"),
    env!("CARGO_BIN_EXE_download_async"),
];

/// What only a progress bar is made of.
const BAR: char = '░';

/// Returns all that is written to a terminal of 80 columns.
fn written(
    program: &'static str,
    arguments: &'static [&str],
) -> String {
    let size = Winsize {
        ws_row: 24,
        ws_col: 80,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    let ends = openpty(&size, None).expect("a terminal");
    let stderr = ends.slave.try_clone().expect("a second handle");
    let child = Command::new(program)
        .args(["--delay", "150", "--no-save", "CN", "BR"])
        .args(arguments)
        .env("TERM", "xterm")
        .stdout(Stdio::from(ends.slave))
        .stderr(Stdio::from(stderr))
        .spawn()
        .expect("the program starts");
    let mut running = Running(child);
    let mut output = File::from(ends.master);
    let bytes = in_time(program, move || {
        let mut written = Vec::new();
        // Linux tells the end by an error.
        output.read_to_end(&mut written).ok();
        assert!(running.0.wait().expect("it ends").success());
        written
    });
    String::from_utf8(bytes).expect("the output is UTF-8")
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
