//! Runs every version, round by round.

use std::{path::Path, process::Command};

use anyhow::{Context, ensure};

use crate::{
    child::{self, Said},
    job::Job,
    outcome::{Measured, Outcome, Run},
    programs::Programs,
    progress::Progress,
    rounds,
    saved::Saved,
    server::Server,
    version::Version,
};

/// Runs the versions of `job`, one after another, and returns how
/// it went. What fails in one version does not stop the others.
///
/// # Errors
///
/// If flags cannot be saved below `dest`, or not be read again.
pub fn measure(
    job: &Job,
    programs: &Programs,
    dest: &Path,
) -> anyhow::Result<Outcome> {
    let saved =
        job.save.then(|| Saved::in_folder(dest)).transpose()?;
    let progress = Progress::of(job);
    let session = Session { job, programs, saved, progress };
    let mut measured: Vec<Measured> = job
        .versions
        .iter()
        .copied()
        .map(Measured::none_yet)
        .collect();
    let mut differences = Vec::new();
    let places: Vec<usize> = (0..measured.len()).collect();
    for round in 0..job.rounds {
        for place in rounds::order(&places, round) {
            let of = &mut measured[place];
            match session.run(of.version, round) {
                Ok(run) => of.runs.push(run),
                Err(error) => of
                    .problems
                    .push(format!("{}: {error:#}.", of.version)),
            }
        }
        if let Some(saved) = &session.saved {
            differences.extend(saved.differences(&job.versions)?);
        }
    }
    differences.dedup();
    let comparable = job.save && job.versions.len() > 1;
    Ok(Outcome {
        job: job.clone(),
        measured,
        differences: comparable.then_some(differences),
    })
}

/// What every run needs.
struct Session<'a> {
    job: &'a Job,
    programs: &'a Programs,
    saved: Option<Saved>,
    progress: Progress,
}

impl Session<'_> {
    /// Runs `version` once, with a server of its own.
    fn run(
        &self,
        version: Version,
        round: u32,
    ) -> anyhow::Result<Run> {
        // First of all, so that what a round before this one saved
        // is gone even if the server does not start.
        let dest = self.saved.as_ref();
        let dest = dest.map(|it| it.fresh(version)).transpose()?;
        let server = server(self.programs, self.job)?;
        let Job { flags, .. } = self.job;
        let mut command =
            command(self.programs, self.job, version, &server);
        match dest {
            Some(dest) => command.arg("--dest").arg(dest),
            None => command.arg("--no-save"),
        };
        let before = u64::from(round) * flags;
        let (said, costs) = child::run(&mut command, || {
            if self.progress.is_seen()
                && let Ok(stats) = server.stats()
            {
                let done: u64 = stats.answers.values().sum();
                self.progress.set(version, before + done);
            }
        })?;
        self.progress.set(version, before + flags);
        check_counts(&said, *flags)?;
        let server = server
            .stats()
            .context("the flag server does not answer")?;
        Ok(Run { said, costs, server })
    }
}

/// Starts a server as `job` wants it.
pub(crate) fn server(
    programs: &Programs,
    job: &Job,
) -> anyhow::Result<Server> {
    Server::start(programs.path(Server::PROGRAM), job.delay_ms())
}

/// Returns what runs `version` of `job` against `server`; where it
/// saves is still to be said.
pub(crate) fn command(
    programs: &Programs,
    job: &Job,
    version: Version,
    server: &Server,
) -> Command {
    let Job { flags, max_req, .. } = job;
    // A long delay is no failure: the limit comes on top.
    let timeout = 10 + job.delay.as_secs();
    let mut command =
        Command::new(programs.path(version.program()));
    command
        .args(version.arguments())
        .args(["--server", server.base(), "--json"])
        .args(["--count", &flags.to_string()])
        .args(["--max-req", &max_req.to_string()])
        .args(["--timeout", &timeout.to_string()]);
    command
}

/// Makes sure that every download is accounted for.
pub(crate) fn check_counts(
    said: &Said,
    flags: u64,
) -> anyhow::Result<()> {
    let counted = said.ok + said.not_found + said.error;
    ensure!(
        counted == flags && said.asked == flags,
        "it counts {counted} of {} downloads, asked for {flags}",
        said.asked,
    );
    Ok(())
}
