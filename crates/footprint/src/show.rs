//! The steps, as the binaries print them.

mod growth;
mod room;
mod verdict;

use std::process::ExitCode;

use lesson::{Args, exit, output, say};

use crate::{
    Kind, Load, Point,
    plan::{Plan, TooMany},
    program,
};

pub use room::room_verdict;
pub use verdict::verdict;

/// Runs the chosen step, on threads.
///
/// # Errors
///
/// If a process does not start, or fails.
pub fn show_threads(args: &Args) -> anyhow::Result<ExitCode> {
    show(Kind::Thread, args)
}

/// Runs the chosen step, on tasks.
///
/// # Errors
///
/// If a process does not start, or fails.
pub fn show_tasks(args: &Args) -> anyhow::Result<ExitCode> {
    show(Kind::Task, args)
}

fn show(kind: Kind, args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(point) = Point::of_this_process()? {
        point.answer()?;
        return Ok(ExitCode::SUCCESS);
    }
    let plan = match Plan::new(kind, args) {
        Err(error) if error.is::<TooMany>() => {
            let usage = program::of(kind).usage();
            eprintln!("error: {error}\n\n{usage}");
            eprintln!("For more, try '--help'.");
            return Ok(exit::USAGE.into());
        }
        plan => plan?,
    };
    say!("{}", plan.opening());
    let seen = match plan.load {
        Load::Room(_) => room::show(&plan)?,
        _ => growth::show(&plan)?,
    };
    say!();
    for line in textwrap::wrap(&seen, 79) {
        say!("{line}");
    }
    output::say_debug_notice();
    Ok(ExitCode::SUCCESS)
}
