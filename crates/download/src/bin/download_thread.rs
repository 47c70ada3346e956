//! Downloads flags by operating-system threads.

use std::process::ExitCode;

use download::{raw, thread};
use flags::Run;

fn main() -> ExitCode {
    lesson::exit::with(download())
}

fn download() -> anyhow::Result<ExitCode> {
    let program = &download::THREAD;
    let mut run = Run::begin(program, flag_server::embed)?;
    let Run { job, report, step, .. } = &mut run;
    match step.name {
        "raw" => raw::thread::download_many(job, report),
        _ => thread::download_many(job, report),
    };
    run.end()
}
