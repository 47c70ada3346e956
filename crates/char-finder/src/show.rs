//! Runs a step and tells what was seen.

use std::{
    io,
    sync::Arc,
    time::{Duration, Instant},
};

use lesson::{Args, output, say};

use crate::{Finder, Index, Unit, child::Part};

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

/// Runs the chosen step.
///
/// # Errors
///
/// If the system refuses a port, a thread or a connection.
pub fn show(unit: Unit, args: &Args) -> io::Result<()> {
    if let Some(part) = Part::of_this_process() {
        return part.play(unit);
    }
    let port = args.count("port");
    let port = u16::try_from(port).map_err(|_| {
        let text = format!("--port {port}: a port is 1 to 65535");
        io::Error::other(text)
    })?;
    let index = index();
    let lines = args.count("lines");
    let finder = |seats| {
        Arc::new(Finder::new(Arc::clone(&index), lines, seats))
    };
    say_who(unit);
    match args.step.name {
        "limit" => limit::show(unit, &finder(limit::SEATS))?,
        "shutdown" => shutdown::show(unit, &index)?,
        "serve" => {
            let seats = args.count("limit");
            serve::show(unit, port, &finder(seats))?;
        }
        "slow" => {
            let pace = args.duration("pace");
            slow::show(unit, args.count("clients"), pace)?;
        }
        "web" => web::show(unit, port, &finder(SEATS))?,
        _ => session::show(unit, &finder(SEATS))?,
    }
    output::say_debug_notice();
    Ok(())
}

/// Says who serves whom.
fn say_who(unit: Unit) {
    match unit {
        Unit::Thread => say!("A thread for each connection."),
        Unit::Task => say!(
            "A task for each connection, all on one thread: \
             tokio's current-thread runtime."
        ),
    }
}

/// Builds the index, and says what it holds and how long a word
/// takes.
fn index() -> Arc<Index> {
    let begin = Instant::now();
    let index = Index::new();
    let built = begin.elapsed();
    say!(
        "{} characters have names, of {} different words.",
        Grouped(index.characters()),
        Grouped(index.words().len()),
    );
    say!(
        "Index: built in {} ms; it finds a word in {} µs.",
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
        std::hint::black_box(index.find(word).count());
    }
    begin.elapsed() / QUERIES
}
