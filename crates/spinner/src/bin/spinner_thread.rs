//! Turns a spinner by an operating-system thread.

use std::process::ExitCode;

use lesson::{Args, output};
use spinner::{Times, cancel, cpu_bound, frozen};

fn main() -> ExitCode {
    lesson::exit::with(spin())
}

fn spin() -> anyhow::Result<ExitCode> {
    let args = Args::parse(&spinner::THREAD);
    let times = Times::of(&args);
    let recording = timeline::Recording::of(&args)?;
    match args.step.name {
        "frozen" => frozen::show_threads(times)?,
        "cancel" => cancel::show_threads(times),
        "cpu_bound" => cpu_bound::show_threads(times),
        _ => spinner::show_threads(times)?,
    }
    output::say_debug_notice();
    recording.end()?;
    Ok(ExitCode::SUCCESS)
}
