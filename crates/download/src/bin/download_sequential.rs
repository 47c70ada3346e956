//! Downloads flags, one after the other.

use std::process::ExitCode;

use flags::Run;

fn main() -> ExitCode {
    lesson::exit::with(download())
}

fn download() -> anyhow::Result<ExitCode> {
    let program = &download::SEQUENTIAL;
    let mut run = Run::begin(program, flag_server::embed)?;
    download::sequential::download_many(&run.job, &mut run.report);
    run.end()
}
