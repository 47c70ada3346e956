//! Downloads flags, one after the other.

use std::process::ExitCode;

use download::sequential;
use flags::Run;
use timeline::blocking::lane;

fn main() -> ExitCode {
    lesson::exit::with(download())
}

fn download() -> anyhow::Result<ExitCode> {
    let program = &download::SEQUENTIAL;
    let mut run = Run::begin(program, flag_server::embed)?;
    let Run { job, report, .. } = &mut run;
    lane("main", || sequential::download_many(job, report));
    run.end()
}
