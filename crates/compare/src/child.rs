//! One run of one version.

use std::{
    fs::File,
    io::{self, Read, Seek},
    process::{Child, Command, Stdio},
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

/// Runs `command` to its end; calls `tick` now and then meanwhile.
/// Returns what it said, and what it cost.
///
/// # Errors
///
/// If it cannot be run, or ends without its report.
pub fn run(
    command: &mut Command,
    mut tick: impl FnMut(),
) -> anyhow::Result<(Said, Costs)> {
    // Files, since a pipe that nobody empties would stop it.
    let (stdout, stderr) =
        (tempfile::tempfile()?, tempfile::tempfile()?);
    let child = command
        .stdin(Stdio::null())
        .stdout(stdout.try_clone()?)
        .stderr(stderr.try_clone()?)
        .spawn()
        .with_context(|| {
            format!("{:?} could not be run", command.get_program())
        })?;
    let mut child = Guard(child);
    let mut watch = Watch::start(child.0.id());
    let started = Instant::now();
    let mut asked = started;
    let status = loop {
        watch.look();
        if let Some(status) = child.0.try_wait()? {
            break status;
        }
        if asked.elapsed() >= ASK {
            tick();
            asked = Instant::now();
        }
        thread::sleep(look_away(started.elapsed()));
    };
    let costs = watch.finish();
    match serde_json::from_str(&text(stdout)?) {
        Ok(said) => Ok((said, costs)),
        Err(_) => {
            bail!("no report ({status}){}", last_line(stderr)?)
        }
    }
}

/// Returns how long to look away from a child that has run for
/// `so_far`: so little of its time that we see how it was shortly
/// before its end, which comes unannounced.
fn look_away(so_far: Duration) -> Duration {
    (so_far / 20).clamp(SHORTEST, LONGEST)
}

/// Ends the child if we leave before it does.
struct Guard(Child);

impl Drop for Guard {
    fn drop(&mut self) {
        // Both fail only if it has ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Returns what was written to `file`.
fn text(mut file: File) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Returns the last line that was written to `file`, behind a
/// colon, if there is one: it should be an error message.
pub(crate) fn last_line(file: File) -> io::Result<String> {
    let text = text(file)?;
    let line = text.lines().rfind(|line| !line.trim().is_empty());
    Ok(line.map_or(String::new(), |line| format!(": {line}")))
}
