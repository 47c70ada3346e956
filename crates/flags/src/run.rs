//! From the command line to the exit code.

use std::{
    io::{self, Write},
    process::ExitCode,
    sync::Arc,
    time::Instant,
};

use anyhow::{Context, ensure};
use lesson::{Step, exit};

use crate::{
    Job, Report,
    args::Args,
    limits,
    program::{Program, Unit},
    progress::Progress,
    server::{Embedded, Server, Wanted},
    words,
};

/// How a program starts the server inside itself: in each of them
/// `flag_server::embed`, since this crate starts no thread.
pub type Embed = fn(&Wanted) -> io::Result<Box<dyn Embedded>>;

/// One run of a download binary.
pub struct Run {
    /// What is to be downloaded.
    pub job: Arc<Job>,
    /// What it comes to.
    pub report: Report,
    /// The step that was chosen.
    pub step: Step,
    version: String,
    json: bool,
    verbose: bool,
    server: Option<Box<dyn Embedded>>,
    started: Instant,
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
        let (args, step) = Args::parse_for(program);
        let max_req = match program.unit {
            Unit::Sequential => 1,
            _ => args.max_req().min(args.count()),
        };
        limits::check(&args, program.unit, max_req)?;
        args.dest().prepare()?;
        let (site, server) = match args.server() {
            Server::Outside(site) => (site.clone(), None),
            Server::Inside(kind) => {
                let server = embed(&Wanted {
                    kind: *kind,
                    delay: args.delay(),
                    seed: args.seed(),
                    codes: args.codes(),
                })
                .context("the server inside does not start")?;
                (server.base().parse()?, Some(server))
            }
        };
        let job = Job::new(
            args.codes(),
            args.count(),
            max_req,
            site,
            args.dest(),
            args.timeout(),
        );
        if !args.json {
            let text = words::beginning(&args, program.unit, &job);
            write(&text)?;
        }
        let progress =
            Progress::new(job.count(), args.verbose, args.json);
        Ok(Self {
            job: job.into(),
            report: Report::showing(progress),
            step,
            version: version(program, step),
            json: args.json,
            verbose: args.verbose,
            server,
            started: Instant::now(),
        })
    }

    /// Tells what the run came to, and returns the exit code that
    /// says so, too.
    ///
    /// # Errors
    ///
    /// If nobody reads the output, or a download is unaccounted
    /// for.
    pub fn end(mut self) -> anyhow::Result<ExitCode> {
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
            let delays = self.server.map(|server| server.delays());
            let told = self.verbose;
            words::end(&self.job, report, wall, delays, told)
        })?;
        Ok(if counts.error > 0 || counts.ok == 0 {
            ExitCode::from(exit::SOME_FAILED)
        } else {
            ExitCode::SUCCESS
        })
    }
}

/// Returns what a report calls the program: `thread`, or with a
/// further step, `raw_thread`.
fn version(program: &Program, step: Step) -> String {
    let version = program.unit.version();
    if step == program.steps[0] {
        version.to_owned()
    } else {
        format!("{}_{version}", step.name)
    }
}

fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
