//! The steps of both binaries.

use std::process::ExitCode;

use anyhow::Result;
use lesson::{Args, say};

use super::{
    calls, chain, end, events, heads, refuse_trace, turns, waker,
};
use crate::{
    callbacks, chain, on_tokio, run_sync, runtime, thread,
};

/// Runs the step of the thread half that `args` name.
///
/// # Errors
///
/// If one of its sources fails.
pub fn run_thread(args: &Args) -> Result<ExitCode> {
    let (step, tick) = (args.step.name, args.duration("tick"));
    say!("{}", heads::thread(step));
    let seen = match step {
        "chain" => chain(|it| chain::thread::supervisor(it, tick)),
        "run_sync" => calls(tick, run_sync::thread::CALLS),
        "callbacks" => events(args, callbacks::thread::serve)?,
        "tokio" => events(args, |sources, log| {
            let serve = on_tokio::thread::serve(sources, log);
            on_tokio::block_on(serve)
        })?,
        _ => events(args, thread::serve)?,
    };
    end(&seen);
    Ok(ExitCode::SUCCESS)
}

/// Runs the step of the async half that `args` name.
///
/// # Errors
///
/// If one of its sources fails, or the trace cannot be written.
pub fn run_async(args: &Args) -> Result<ExitCode> {
    if let Some(code) = refuse_trace(args) {
        return Ok(code);
    }
    let (step, tick) = (args.step.name, args.duration("tick"));
    say!("{}", heads::r#async(step));
    let seen = match step {
        "chain" => chain(|it| {
            let supervisor = chain::r#async::supervisor(it, tick);
            runtime::block_on(supervisor)
        }),
        "run_sync" => {
            let ours = run_sync::r#async::CALLS.into_iter();
            calls(tick, ours.chain([run_sync::TOKIO]))
        }
        "callbacks" => {
            let told = events(args, callbacks::r#async::serve)?;
            format!("{told}; {}", waker(tick)?)
        }
        "tokio" => events(args, |sources, log| {
            let serve = on_tokio::r#async::serve(sources, log);
            on_tokio::block_on(serve)
        })?,
        _ => turns(args)?,
    };
    end(&seen);
    Ok(ExitCode::SUCCESS)
}
