//! Saves flags on a slow disk by operating-system threads.

use std::process::ExitCode;

use offload::{Plan, program, show};

fn main() -> ExitCode {
    lesson::exit::with(offload())
}

fn offload() -> anyhow::Result<ExitCode> {
    let program = &program::THREAD;
    let plan = Plan::begin(program, flag_server::embed)?;
    show::run(&plan)
}
