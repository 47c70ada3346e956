//! From the first flag to the exit code.

use std::{process::ExitCode, sync::Arc, time::Instant};

use anyhow::ensure;
use lesson::{Step, exit};
use timeline::Recording;

use crate::{
    Job, Report, Setup,
    program::Program,
    server::{Embedded, Seen},
    setup::Embed,
    words::{self, write},
};

/// One run of a download binary.
pub struct Run {
    /// What is to be downloaded.
    pub job: Arc<Job>,
    /// What it comes to.
    pub report: Report,
    /// The step that was chosen.
    pub step: Step,
    /// The server inside this program, if there is one.
    pub server: Option<Box<dyn Embedded>>,
    pub(crate) recording: Recording,
    pub(crate) version: String,
    pub(crate) json: bool,
    pub(crate) verbose: bool,
    pub(crate) started: Instant,
}

impl Run {
    /// Reads the command line, starts the server inside if there
    /// is to be one, and says what is going to happen. On wrong
    /// usage, ends the process with 2 and the usage line.
    ///
    /// # Errors
    ///
    /// If the system allows too few files or threads, the server
    /// does not start, flags cannot be saved, or nobody reads the
    /// output.
    pub fn begin(
        program: &Program,
        embed: Embed,
    ) -> anyhow::Result<Self> {
        Setup::begin(program, embed)?.run()
    }

    /// Tells what the run came to, and returns the exit code that
    /// says so, too.
    ///
    /// # Errors
    ///
    /// If nobody reads the output, a download is unaccounted for,
    /// or a timeline cannot be written.
    pub fn end(self) -> anyhow::Result<ExitCode> {
        self.end_with(|_| String::new())
    }

    /// Tells what the run came to, and at last what `tell` makes
    /// of what the server inside counted, if there is one; returns
    /// the exit code.
    ///
    /// # Errors
    ///
    /// As [`Run::end`].
    pub fn end_with(
        mut self,
        tell: impl FnOnce(Option<&Seen>) -> String,
    ) -> anyhow::Result<ExitCode> {
        let wall = self.started.elapsed();
        self.report.finish()?;
        let counts = self.report.counts();
        let (total, asked) = (counts.total(), self.job.count());
        ensure!(
            total == asked,
            "{total} of {asked} downloads accounted for"
        );
        let report = &self.report;
        write(&if self.json {
            words::json(&self.version, &self.job, report, wall)?
        } else {
            let server = self.server.as_ref();
            let delays = server.map(|server| server.delays());
            let told = self.verbose;
            let seen = server.map(|server| server.seen());
            words::end(&self.job, report, wall, delays, told)
                + &tell(seen.as_ref())
                + &words::notice()
        })?;
        self.recording.end()?;
        Ok(if counts.error > 0 || counts.ok == 0 {
            ExitCode::from(exit::SOME_FAILED)
        } else {
            ExitCode::SUCCESS
        })
    }
}
