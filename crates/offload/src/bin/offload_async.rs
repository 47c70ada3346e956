//! Saves flags on a slow disk by async tasks.

use std::process::ExitCode;

use offload::{Plan, program, show};

fn main() -> ExitCode {
    lesson::exit::with(offload())
}

fn offload() -> anyhow::Result<ExitCode> {
    let program = &program::ASYNC;
    let plan = Plan::begin(program, flag_server::embed)?;
    show::run(&plan)
}
