//! Downloads flags by operating-system threads.

use std::process::ExitCode;

use download::{raw, thread};
use flags::Run;
use timeline::blocking::lane;

fn main() -> ExitCode {
    lesson::exit::with(download())
}

fn download() -> anyhow::Result<ExitCode> {
    let mut run =
        Run::begin(&download::THREAD, flag_server::embed)?;
    let Run { job, report, step, .. } = &mut run;
    lane("main", || match step.name {
        "raw" => raw::thread::download_many(job, report),
        _ => thread::download_many(job, report),
    });
    run.end()
}
