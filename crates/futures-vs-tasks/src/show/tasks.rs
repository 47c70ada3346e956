//! The steps, on tasks.

use std::io;

use lesson::{Args, say};

use super::{begin, cores, end};
use crate::{
    Kind, Table, r#async, borrow, detach, exit, handle, hook,
    result, runtime,
    together::{self, either, ordered},
    wait,
};

/// Runs the step that `args` ask for, on tasks.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_tasks(args: &Args) -> io::Result<()> {
    hook::install();
    let runtime = runtime::current_thread()?;
    say!("Current-thread runtime: one thread runs all tasks.");
    let mut table = begin(args);
    runtime.block_on(show(args, &mut table))?;
    drop(runtime); // and with it the tasks that are left
    end(args, &table);
    Ok(())
}

async fn show(args: &Args, table: &mut Table) -> io::Result<()> {
    let limit = args.duration("limit");
    let patience = args.duration("patience");
    let work = args.duration("work");
    match args.step.name {
        "result" => {
            result::r#async::show(table, limit).await;
            result::failed::r#async::show(table).await;
        }
        "handle" => handle::r#async::show(table, patience).await,
        "detach" => {
            detach::r#async::show(table, limit).await;
            table.row("at work as main returns", exit::child()?);
        }
        "exit" => {
            exit::show(table, &exit::r#async::leave(work).await);
        }
        "together" => {
            let cores = cores()?;
            say!("The pool is a runtime of {cores} threads.");
            let runtime = runtime::multi_thread(cores)?;
            let pool = runtime.handle();
            let wait = Kind::Wait(work);
            together::r#async::show(table, pool, wait).await;
            let compute = Kind::compute_for(work);
            together::r#async::show(table, pool, compute).await;
            either::show(table, either::r#async::either().await);
            let log = ordered::r#async::ordered(work).await;
            ordered::show(table, &log);
            runtime.shutdown_background();
        }
        "borrow" => borrow::r#async::show(table).await,
        "wait" => {
            let taken = wait::r#async::woken_twice().await;
            table.row("In a loop", taken);
        }
        _ => r#async::show(table, patience).await,
    }
    Ok(())
}
