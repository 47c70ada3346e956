//! One run of one version.

use std::{
    fs::File,
    io::{self, Read, Seek},
    process::{Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use serde::Deserialize;

use crate::accounts::{Costs, Watch};

/// How long we look away from the child's accounts at the most;
/// each look takes the system some 20 µs.
const LONGEST: Duration = Duration::from_millis(5);

/// And at the least.
const SHORTEST: Duration = Duration::from_micros(200);

/// How often we ask the server how far the child is.
const ASK: Duration = Duration::from_millis(100);

/// What a child says about its own run: its `--json`.
#[derive(Clone, Debug, Deserialize)]
pub struct Said {
    /// How many flags it was asked for.
    pub asked: u64,
    /// How many it has.
    pub ok: u64,
    /// How many there are not.
    pub not_found: u64,
    /// How many failed.
    pub error: u64,
    /// How long it took, in seconds.
    pub wall_s: f64,
    /// The downloads that failed.
    pub failures: Vec<Failure>,
}

/// A download that failed.
#[derive(Clone, Debug, Deserialize)]
pub struct Failure {
    /// The country code.
    pub cc: String,
    /// What went wrong.
    pub error: String,
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    /// What the program told the system.
    pub status: ExitStatus,
    /// From before its start to its end.
    pub wall: Duration,
    /// What it cost.
    pub costs: Costs,
    stdout: File,
    stderr: File,
}

impl Ended {
    /// Returns what it wrote to standard output.
    ///
    /// # Errors
    ///
    /// If that cannot be read.
    pub fn stdout(&self) -> io::Result<String> {
        text(&self.stdout)
    }

    /// Returns the last lines that it wrote, `count` at the most:
    /// of its standard error, where it should have said what is
    /// wrong, or else of its output.
    ///
    /// # Errors
    ///
    /// If they cannot be read.
    pub fn last_lines(
        &self,
        count: usize,
    ) -> io::Result<Vec<String>> {
        let lines = last_lines(&self.stderr, count)?;
        if lines.is_empty() {
            return last_lines(&self.stdout, count);
        }
        Ok(lines)
    }
}

/// Runs `command`, which reports in JSON, to its end; calls `tick`
/// now and then meanwhile. Returns what it said, and what it cost.
///
/// # Errors
///
/// If it cannot be run, or ends without its report.
pub fn run(
    command: &mut Command,
    tick: impl FnMut(),
) -> anyhow::Result<(Said, Costs)> {
    let ended = run_to_end(command, tick)?;
    match serde_json::from_str(&ended.stdout()?) {
        Ok(said) => Ok((said, ended.costs)),
        Err(_) => bail!(
            "no report ({}){}",
            ended.status,
            last_line(&ended.stderr)?
        ),
    }
}

/// Runs `command`, whatever it is, to its end; calls `tick` now
/// and then meanwhile.
///
/// # Errors
///
/// If it cannot be run.
pub fn run_to_end(
    command: &mut Command,
    mut tick: impl FnMut(),
) -> anyhow::Result<Ended> {
    // Files, since a pipe that nobody empties would stop it.
    let (stdout, stderr) =
        (tempfile::tempfile()?, tempfile::tempfile()?);
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(stdout.try_clone()?)
        .stderr(stderr.try_clone()?)
        .spawn()
        .with_context(|| {
            format!("{:?} could not be run", command.get_program())
        })?;
    let mut watch = Watch::start(child.id());
    // Who waits sees the end at once, and not at the next look.
    let (sender, end) = mpsc::sync_channel(1);
    let waiter = thread::spawn(move || {
        let status = child.wait();
        // We are there as long as it runs.
        let _ = sender.send((status, started.elapsed()));
    });
    let mut asked = started;
    let (status, wall) = loop {
        watch.look();
        match end.recv_timeout(look_away(started.elapsed())) {
            Ok(end) => break end,
            Err(RecvTimeoutError::Timeout) => {}
            Err(error) => return Err(error.into()),
        }
        if asked.elapsed() >= ASK {
            tick();
            asked = Instant::now();
        }
    };
    // It has sent, and does nothing more.
    let _ = waiter.join();
    let (status, costs) = (status?, watch.finish());
    Ok(Ended { status, wall, costs, stdout, stderr })
}

/// Returns how long to look away from a child that has run for
/// `so_far`: so little of its time that we see how it was shortly
/// before its end, which comes unannounced.
fn look_away(so_far: Duration) -> Duration {
    (so_far / 20).clamp(SHORTEST, LONGEST)
}

/// Returns what was written to `file`.
fn text(mut file: &File) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Returns the last lines of `file` that are not empty, `count` at
/// the most.
fn last_lines(
    file: &File,
    count: usize,
) -> io::Result<Vec<String>> {
    let text = text(file)?;
    let mut lines: Vec<String> = text
        .lines()
        .rev()
        .filter(|line| !line.trim().is_empty())
        .take(count)
        .map(str::to_owned)
        .collect();
    lines.reverse();
    Ok(lines)
}

/// Returns the last line that was written to `file`, behind a
/// colon, if there is one: it should be an error message.
pub(crate) fn last_line(file: &File) -> io::Result<String> {
    let line = last_lines(file, 1)?.pop();
    Ok(line.map_or(String::new(), |line| format!(": {line}")))
}
