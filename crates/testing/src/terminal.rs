//! A program on a terminal of its own.

use std::{
    fs::File,
    io::Read,
    process::{Command, Stdio},
};

use nix::pty::{Winsize, openpty};

use crate::{Running, in_time};

/// Runs `command` on a terminal of 24 lines of 80 columns, and
/// returns all that is written there, escape codes included.
///
/// # Panics
///
/// If it does not end in time, or not with 0.
pub fn on_terminal(mut command: Command) -> Vec<u8> {
    let size = Winsize {
        ws_row: 24,
        ws_col: 80,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    let ends = openpty(&size, None).expect("a terminal");
    let stderr = ends.slave.try_clone().expect("a second handle");
    let what = format!("{command:?}");
    let child = command
        .env("TERM", "xterm")
        .stdout(Stdio::from(ends.slave))
        .stderr(Stdio::from(stderr))
        .spawn()
        .expect("the program starts");
    // It holds our ends of the terminal, which must be closed, or
    // the output would never end.
    drop(command);
    let mut running = Running(child);
    let mut output = File::from(ends.master);
    in_time(&what, move || {
        let mut written = Vec::new();
        // Linux tells the end by an error.
        output.read_to_end(&mut written).ok();
        assert!(running.0.wait().expect("it ends").success());
        written
    })
}
