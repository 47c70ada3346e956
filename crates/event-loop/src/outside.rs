//! The world outside of the program, which the lesson brings
//! along: two servers that send lines, and a process that exits.
//! Things happen there whether or not anybody waits for them.

use std::{
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use crate::{Kind, Source};

/// Starts the world; returns what there is to wait for:
/// six sources, and eight events in 12 quarters of a `tick`.
///
/// # Errors
///
/// If there is no port, or no child process, to be had.
pub fn start(
    tick: Duration,
    ticks: u32,
) -> io::Result<Vec<Source>> {
    let beat = tick / 4;
    let child = exits_after(beat * 12)?;
    let one = sends_lines(beat * 5, 2)?;
    let other = sends_lines(beat * 7, 1)?;
    let source = |name, kind| Source { name, kind };
    Ok(vec![
        source("child", Kind::Child { child }),
        source("thread", Kind::Thread { work: beat * 11 }),
        source(
            "timer A",
            Kind::Timer { every: tick, times: ticks },
        ),
        source(
            "timer B",
            Kind::Timer { every: beat * 9, times: 1 },
        ),
        source("lines A", Kind::Lines { address: one }),
        source("lines B", Kind::Lines { address: other }),
    ])
}

/// Starts a server for one client, to whom it sends a line as
/// often as that, then no more; returns its address.
fn sends_lines(
    every: Duration,
    times: u32,
) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let address = listener.local_addr()?;
    // A client that left early is its own affair.
    thread::spawn(move || -> io::Result<()> {
        let (mut client, _) = listener.accept()?;
        for number in 1..=times {
            thread::sleep(every);
            // In one piece, so that it arrives in one.
            let line = format!("line {number}\n");
            client.write_all(line.as_bytes())?;
        }
        Ok(())
    });
    Ok(address)
}

/// Starts a process that exits after that time: `sort`, which
/// every system has, ends when its input does.
fn exits_after(time: Duration) -> io::Result<Child> {
    let mut child = Command::new("sort")
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()?;
    let input = child.stdin.take();
    thread::spawn(move || {
        thread::sleep(time);
        drop(input);
    });
    Ok(child)
}
