//! What a waiting thread costs.

use std::process::ExitCode;

use footprint::{THREAD, show_threads};
use lesson::{Args, exit};

fn main() -> ExitCode {
    exit::with(show_threads(&Args::parse(&THREAD)))
}
