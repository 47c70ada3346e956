//! Runs a step and tells what was seen.

use std::{
    hint, io,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

use lesson::{Args, Program, output, say};

use crate::{Finder, Index, Unit, child::Part, room};

mod limit;
mod people;
mod serve;
mod session;
mod shutdown;
mod slow;
mod web;
mod words;

use words::{Grouped, micros};

/// As many seats as no step fills by accident.
const SEATS: usize = 500;

/// Runs the chosen step of `program`, or the part of a child.
///
/// # Errors
///
/// If the system refuses a port, a thread or a connection.
///
/// # Panics
///
/// If `program` has no bounded `--port`.
pub fn show(unit: Unit, program: &Program) -> io::Result<ExitCode> {
    if let Some(part) = Part::of_this_process() {
        part.play(unit)?;
        return Ok(ExitCode::SUCCESS);
    }
    let args = Args::parse(program);
    let port = args.count("port");
    let port = u16::try_from(port).expect("it is bounded");
    show_step(unit, program, &args, port)?;
    output::say_debug_notice();
    Ok(ExitCode::SUCCESS)
}

fn show_step(
    unit: Unit,
    program: &Program,
    args: &Args,
    port: u16,
) -> io::Result<()> {
    let (clients, limit) =
        (args.count("clients"), args.count("limit"));
    match args.step.name {
        "slow" => room::check(unit, "clients", clients)?,
        "serve" => room::check(unit, "limit", limit)?,
        _ => {}
    }
    let index = index(args.step == program.steps[0]);
    let finder = |seats| {
        let lines = args.count("lines");
        Arc::new(Finder::new(Arc::clone(&index), lines, seats))
    };
    say_who(unit);
    match args.step.name {
        "serve" => serve::show(unit, port, &finder(limit)),
        "shutdown" => shutdown::show(unit, &index),
        "limit" => limit::show(unit, &finder(limit::SEATS)),
        "slow" => slow::show(clients, args.duration("pace")),
        "web" => web::show(unit, port, &finder(SEATS)),
        _ => session::show(unit, &finder(SEATS)),
    }
}

/// Says who serves whom.
fn say_who(unit: Unit) {
    match unit {
        Unit::Thread => say!("A thread for each connection.\n"),
        Unit::Task => say!(
            "A task for each connection, all on one thread: \
             tokio's current-thread runtime.\n"
        ),
    }
}

/// Builds the index; if that is to be told, says what it holds and
/// how long a word takes.
fn index(is_told: bool) -> Arc<Index> {
    let begin = Instant::now();
    let index = Index::new();
    let built = begin.elapsed();
    if !is_told {
        return Arc::new(index);
    }
    say!(
        "{} characters have names, made of {} different words. \
         Their\nindex was built in {} ms, and finds a word in {} \
         µs on average.",
        Grouped(index.characters()),
        Grouped(index.words().len()),
        built.as_millis(),
        micros(time_of_a_query(&index))
    );
    Arc::new(index)
}

/// Measures how long it takes to find a word, on average over a
/// thousand different ones.
fn time_of_a_query(index: &Index) -> Duration {
    const QUERIES: u32 = 1000;
    let words = index.words().take(QUERIES as usize);
    let words = words.collect::<Vec<_>>();
    let begin = Instant::now();
    for word in &words {
        hint::black_box(index.find(word).count());
    }
    begin.elapsed() / QUERIES
}
