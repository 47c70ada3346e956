//! How long the clients of char-finder wait: p50, p99 and p99.9 at
//! 10, 100 and 1,000 connections, by threads and by tasks.
//!
//! ```shell
//! cargo run --release -p benches --example char_finder_latency
//! cargo run --release -p benches --example char_finder_latency \
//!     -- --json
//! ```
//!
//! Questions come when they come (an open loop), and a latency
//! counts from when its question was due: a server that is slow for
//! a moment makes all wait that would have asked meanwhile, and
//! clients that wait for their answer first would never tell.
//!
//! Two loads: `idle`, where a tenth of the clients ask and the
//! others say nothing, 2,000 questions a second in all; `busy`,
//! where all of them ask, 10,000 a second.
//!
//! Three servers, as in `char_finder.rs`: `thread`, `async`
//! (tokio's current-thread runtime), `async_multi_thread` (two
//! threads).
//! Each is a process of its own. This one is all clients, the same
//! for each: one thread that sleeps until a question is due and
//! sends it, and one that receives all answers. How late it sent
//! them is told, too. Rounds are interleaved: each has all servers.

use std::{io, process::ExitCode, time::Duration};

use lesson::{Args, Opt, Program, Step, Takes, exit, limits, say};
use serde::Serialize;

#[path = "latency/figures.rs"]
mod figures;
#[path = "latency/load.rs"]
mod load;
mod support;

use figures::{COLUMNS, Figures, Round};
use load::{Clients, Load};
use support::lines::{self, SERVERS};

/// Connections that are open.
const CONNECTIONS: [usize; 3] = [10, 100, 1000];

const STEPS: &[Step] = &[
    Step { name: "both", about: "both loads, one after the other" },
    Step {
        name: "idle",
        about: "a tenth of the clients ask, 2,000 times a second",
    },
    Step {
        name: "busy",
        about: "all clients ask, 10,000 times a second",
    },
];

const PROGRAM: Program = Program {
    name: "char_finder_latency",
    about: "Measures how long clients of char-finder wait",
    steps: STEPS,
    options: &[
        Opt {
            name: "rounds",
            takes: Takes::Count(3),
            about: "how often each server is measured",
        },
        Opt {
            name: "time",
            takes: Takes::Duration(Duration::from_secs(2)),
            about: "how long clients ask in a round",
        },
        Opt {
            name: "json",
            takes: Takes::Nothing,
            about: "print all rounds as JSON",
        },
    ],
};

/// Who asks, and how often.
#[derive(Clone, Copy)]
struct Kind {
    name: &'static str,
    about: &'static str,
    /// One client in so many asks.
    one_in: usize,
    /// Questions a second, of all together.
    rate: u32,
}

const KINDS: [Kind; 2] = [
    Kind {
        name: "idle",
        about: "one client in ten asks",
        one_in: 10,
        rate: 2_000,
    },
    Kind {
        name: "busy",
        about: "all clients ask",
        one_in: 1,
        rate: 10_000,
    },
];

/// All that was measured.
#[derive(Serialize)]
struct Report {
    time_ms: u128,
    figures: Vec<Figures>,
}

/// Measures a server once under a load.
fn measure(server: &'static str, load: Load) -> io::Result<Round> {
    let server = lines::start(server)?;
    let mut clients =
        Clients::connect(server.address, load.connections)?;
    let seen = clients.run(load)?;
    Ok(Round::new(&seen, server.costs()))
}

/// Measures all servers under a load, round by round.
fn measure_all(
    kind: Kind,
    connections: usize,
    rounds: usize,
    time: Duration,
) -> io::Result<Vec<Figures>> {
    let Kind { name, one_in, rate, .. } = kind;
    let asking = connections / one_in;
    let mut all = SERVERS.map(|server| Figures {
        load: name,
        connections,
        asking,
        rate,
        server,
        rounds: Vec::new(),
    });
    for round in 0..rounds {
        let seed = round as u64;
        let load = Load { connections, asking, rate, time, seed };
        for figures in &mut all {
            let round = measure(figures.server, load)?;
            figures.rounds.push(round);
        }
    }
    Ok(all.into())
}

fn run(args: &Args) -> anyhow::Result<ExitCode> {
    limits::raise_open_files()?;
    let (rounds, time) =
        (args.count("rounds"), args.duration("time"));
    let is_json = args.switch("json");
    let chosen =
        |kind: &Kind| ["both", kind.name].contains(&args.step.name);
    let mut report =
        Report { time_ms: time.as_millis(), figures: Vec::new() };
    if !is_json {
        say!("Latencies in ms, medians; rounds: {rounds}.");
    }
    for kind in KINDS.into_iter().filter(chosen) {
        if !is_json {
            let Kind { name, about, rate, .. } = kind;
            say!("\n{name}: {about}, {rate} questions a second");
            say!("{COLUMNS}");
        }
        for connections in CONNECTIONS {
            let all = measure_all(kind, connections, rounds, time)?;
            if !is_json {
                all.iter().for_each(|it| say!("{}", it.row()));
            }
            report.figures.extend(all);
        }
    }
    if is_json {
        say!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        say!();
        figures::conclude(&report.figures);
    }
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    lines::play_part();
    exit::with(run(&Args::parse(&PROGRAM)))
}
