//! The steps, on threads.

use std::io;

use lesson::{Args, say};

use super::{begin, cores, end};
use crate::{
    Kind, Pool, borrow, detach, exit, handle, hook, result, thread,
    together::{self, either, ordered},
    wait,
};

/// Runs the step that `args` ask for, on threads.
///
/// # Errors
///
/// If the system refuses what the step needs.
pub fn show_threads(args: &Args) -> io::Result<()> {
    hook::install();
    let limit = args.duration("limit");
    let patience = args.duration("patience");
    let work = args.duration("work");
    say!("Threads, run by the operating system.");
    let table = &mut begin(args);
    match args.step.name {
        "result" => {
            result::thread::show(table, limit);
            result::failed::thread::show(table);
        }
        "handle" => handle::thread::show(table, patience),
        "detach" => {
            detach::thread::show(table, limit);
            table.row("at work as main returns", exit::child()?);
        }
        "exit" => exit::show(table, &exit::thread::leave(work)),
        "together" => {
            let cores = cores()?;
            let (pool, feed) = match args.switch("channel") {
                true => (Pool::with_channel(cores), "a channel"),
                false => (Pool::new(cores), "a queue"),
            };
            say!("The pool: {cores} threads, one a core, {feed}.");
            let pool = &pool;
            together::thread::show(table, pool, Kind::Wait(work));
            let compute = Kind::compute_for(work);
            together::thread::show(table, pool, compute);
            either::show(table, either::thread::either());
            ordered::show(table, &ordered::thread::ordered(work));
        }
        "borrow" => borrow::thread::show(table),
        "wait" => {
            table.row("In a loop", wait::thread::woken_twice());
            table.row("Without it", wait::wrong::woken_twice());
        }
        _ => thread::show(table, patience),
    }
    end(args, table);
    Ok(())
}
