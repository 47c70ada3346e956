//! Downloads flags and their countries' names by async tasks.

use std::process::ExitCode;

use countries::{many, program::ASYNC, runtime, show};

fn main() -> ExitCode {
    lesson::exit::with(countries())
}

fn countries() -> anyhow::Result<ExitCode> {
    let runtime = runtime()?;
    show::step(&ASYNC, &|job, plan, book| {
        let many = many::r#async::download_many(job, plan, book);
        runtime.block_on(many)
    })
}
