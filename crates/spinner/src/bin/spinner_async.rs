//! Turns a spinner by an async task.

use std::process::ExitCode;

use lesson::{Args, output};
use spinner::{Times, cancel, cpu_bound, frozen};

fn main() -> ExitCode {
    lesson::exit::with(spin())
}

fn spin() -> anyhow::Result<ExitCode> {
    let args = Args::parse(&spinner::ASYNC);
    let times = Times::of(&args);
    let recording = timeline::Recording::of(&args)?;
    match args.step.name {
        "frozen" => frozen::show_tasks(times)?,
        "cancel" => cancel::show_tasks(times)?,
        "cpu_bound" => cpu_bound::show_tasks(times)?,
        _ => spinner::show_tasks(times)?,
    }
    output::say_debug_notice();
    recording.end()?;
    Ok(ExitCode::SUCCESS)
}
