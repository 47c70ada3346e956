//! Results in the order in which they are there, by tasks.

use std::process::ExitCode;

use as_completed::{ASYNC, show_tasks};
use flags::Setup;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    lesson::exit::with(show().await)
}

async fn show() -> anyhow::Result<ExitCode> {
    show_tasks(Setup::begin(&ASYNC, flag_server::embed)?).await
}
