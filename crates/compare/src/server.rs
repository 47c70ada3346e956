//! The flag server, a process of its own for each run.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, ChildStdin, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use flag_server::Stats;

use crate::child;

/// A server that says nothing for so long will not start.
const START: Duration = Duration::from_secs(30);

/// A server that was told to end has so long to do it.
const END: Duration = Duration::from_secs(5);

/// A running flag server; it ends when it is dropped, or when we
/// do.
#[derive(Debug)]
pub struct Server {
    process: Child,
    /// The server ends when this closes, which the system does
    /// for us even if we are killed.
    stdin: Option<ChildStdin>,
    base: String,
    agent: ureq::Agent,
}

impl Server {
    /// The name of the program.
    pub const PROGRAM: &str = "flag_server";

    /// Starts the server `program`, which answers after `delay_ms`.
    ///
    /// # Errors
    ///
    /// If it does not run, or does not say where it is.
    pub fn start(
        program: &Path,
        delay_ms: u64,
    ) -> anyhow::Result<Self> {
        // A file, so that it writes nothing between the bars, and
        // its error message is at hand if it does not start.
        let stderr = tempfile::tempfile()?;
        let mut process = Command::new(program)
            .args(["--ports", "0,0,0", "--until-stdin-closes"])
            .args(["--delay", &delay_ms.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(stderr.try_clone()?)
            .spawn()
            .context("the flag server could not be started")?;
        let stdin = process.stdin.take();
        let stdout = process.stdout.take();
        let mut server = Self {
            process,
            stdin,
            base: String::new(),
            agent: agent(),
        };
        let stdout = stdout.context("it has no standard output")?;
        let (sender, receiver) = mpsc::sync_channel(1);
        thread::spawn(move || sender.send(delay_site(stdout)));
        match receiver.recv_timeout(START) {
            Ok(Some(base)) => server.base = base,
            Ok(None) => bail!(
                "the flag server ended at once{}",
                child::last_line(&stderr)?,
            ),
            Err(_) => bail!(
                "the flag server did not start within {} s",
                START.as_secs(),
            ),
        }
        Ok(server)
    }

    /// Returns the address below which the flags are.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Returns what the server says about the requests so far; the
    /// question itself is not counted.
    ///
    /// # Errors
    ///
    /// If it does not answer, or not in the form we know.
    pub fn stats(&self) -> anyhow::Result<Stats> {
        let site = self.base.trim_end_matches("/flags");
        let mut response =
            self.agent.get(format!("{site}/stats")).call()?;
        let text = response.body_mut().read_to_string()?;
        Ok(serde_json::from_str(&text)?)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stdin.take());
        let deadline = Instant::now() + END;
        while Instant::now() < deadline {
            if let Ok(Some(_)) = self.process.try_wait() {
                return;
            }
            thread::sleep(Duration::from_millis(2));
        }
        // Both fail only if the process has ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Returns a client that asks this machine, and nobody else.
fn agent() -> ureq::Agent {
    let limit = Some(Duration::from_secs(2));
    ureq::Agent::config_builder()
        .proxy(None)
        .timeout_connect(limit)
        .timeout_recv_response(limit)
        .timeout_recv_body(limit)
        .build()
        .into()
}

/// Reads the server's first lines: its sites are local, delay and
/// error, in this order.
fn delay_site(stdout: impl std::io::Read) -> Option<String> {
    let lines = BufReader::new(stdout).lines();
    let mut sites = lines.map_while(Result::ok).take(3);
    let delay = sites.nth(1);
    sites.next().and(delay)
}
