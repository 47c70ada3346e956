//! How late are delayed answers, with a thousand requests in
//! flight and delays from 50 to 500 ms?
//!
//! ```sh
//! cargo run --release -p flag-server --example lateness
//! ```
//!
//! The server itself measures how much longer than intended it
//! held each answer back. How many requests it answers in a second
//! when it holds none back, beside nginx, is another command:
//! `crates/flag-server/examples/nginx.sh`.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
};

use flag_server::{EmbeddedServer, Stats};
use flags::{
    country,
    server::{Embedded, Kind, Wanted},
};

const REQUESTS: usize = 1000;
const ROUNDS: u64 = 11;

fn main() -> anyhow::Result<()> {
    lesson::limits::raise_open_files()?;
    println!("late:   p50      p99    in flight, at the peak");
    let mut p99s = Vec::new();
    for seed in 0..ROUNDS {
        let stats = round(seed)?;
        let late = stats.late_ms;
        println!(
            "{:8.3} {:8.3} ms {:6}",
            late.p50, late.p99, stats.peak_in_flight
        );
        p99s.push(late.p99);
    }
    p99s.sort_by(f64::total_cmp);
    let (min, max) = (p99s[0], p99s[p99s.len() - 1]);
    let median = p99s[p99s.len() / 2];
    println!("p99: median {median:.3} ms ({min:.3} to {max:.3})");
    Ok(())
}

/// Sends all requests at once to a new server, and returns what it
/// counted.
fn round(seed: u64) -> io::Result<Stats> {
    let codes = country::all();
    let server = EmbeddedServer::start(&Wanted {
        kind: Kind::Delay,
        delay: None,
        seed,
        codes: codes.clone(),
    })?;
    let address = server
        .base()
        .trim_start_matches("http://")
        .trim_end_matches("/flags");
    let mut streams = (0..REQUESTS)
        .map(|_| TcpStream::connect(address))
        .collect::<io::Result<Vec<_>>>()?;
    for (stream, code) in
        streams.iter_mut().zip(codes.iter().cycle())
    {
        let cc = code.lower();
        let request = format!(
            "GET /flags/{cc}/{cc}.gif HTTP/1.1\r\n\
             Host: flags\r\nConnection: close\r\n\r\n"
        );
        stream.write_all(request.as_bytes())?;
    }
    for stream in &mut streams {
        stream.read_to_end(&mut Vec::new())?;
    }
    Ok(server.stats())
}
