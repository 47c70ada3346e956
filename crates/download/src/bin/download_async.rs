//! Downloads flags by async tasks.

use std::process::ExitCode;

use download::{r#async, raw};
use flags::Run;
use timeline::asynchronous::lane;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lesson::exit::with(download().await)
}

async fn download() -> anyhow::Result<ExitCode> {
    let mut run = Run::begin(&download::ASYNC, flag_server::embed)?;
    let Run { job, report, step, .. } = &mut run;
    let download = async {
        match step.name {
            "raw" => raw::r#async::download_many(job, report).await,
            _ => r#async::download_many(job, report).await,
        }
    };
    lane("main", download).await;
    run.end()
}
