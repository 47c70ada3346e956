//! From the command line to a job and its server.

use std::{io, sync::Arc, time::Instant};

use anyhow::Context;
use lesson::{Step, step};
use timeline::Recording;

use crate::{
    Job, Report, Run,
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

/// What a step of a download lesson has before it begins: nothing
/// was asked for yet, and nothing said.
pub struct Setup {
    /// The command line.
    pub args: Args,
    /// The step that was chosen.
    pub step: Step,
    /// What is to be downloaded.
    pub job: Arc<Job>,
    /// The server inside this program, if there is one.
    pub server: Option<Box<dyn Embedded>>,
    /// The timeline of this run, if it was asked for.
    pub recording: Recording,
    program: Program,
}

impl Setup {
    /// Reads the command line, and starts the server inside if
    /// there is to be one. On wrong usage, ends the process with 2
    /// and the usage line.
    ///
    /// # Errors
    ///
    /// If the system allows too few files or threads, the server
    /// does not start, or flags or a timeline cannot be saved.
    pub fn begin(
        program: &Program,
        embed: Embed,
    ) -> anyhow::Result<Self> {
        let (args, step) = Args::parse_for(program);
        let max_req = match program.unit {
            Unit::Sequential => 1,
            _ if !program.bounded => args.count(),
            _ => args.max_req().min(args.count()),
        };
        limits::check(&args, program.unit, max_req)?;
        args.dest().prepare()?;
        let values = args.values();
        let title = step::title(program.name, program.steps, step);
        let recording = Recording::begin(values, title)?;
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
        let job = Arc::new(Job::new(
            args.codes(),
            args.count(),
            max_req,
            site,
            args.dest(),
            args.timeout(),
        ));
        let program = *program;
        Ok(Self { args, step, job, server, recording, program })
    }

    /// Checks that the system lets `units` requests be made at
    /// once, for steps that do not keep to `--max-req`.
    ///
    /// # Errors
    ///
    /// If it allows too few open files or threads; the error says
    /// which limit that is.
    pub fn allow(&self, units: usize) -> anyhow::Result<()> {
        limits::check(&self.args, self.program.unit, units)
    }

    /// Says where flags come from, in a line or two.
    pub fn source(&self) -> String {
        words::source(&self.args, &self.job)
    }

    /// Shows a line for each flag, as `--verbose` does, unless the
    /// report is to be JSON.
    #[must_use]
    pub fn verbose(mut self) -> Self {
        self.args.verbose |= !self.args.json;
        self
    }

    /// Says what is going to be downloaded, and begins to count
    /// and to show what arrives.
    ///
    /// # Errors
    ///
    /// If nobody reads the output.
    pub fn run(self) -> anyhow::Result<Run> {
        let Self { args, step, job, server, recording, program } =
            self;
        if !args.json {
            let text = words::beginning(&args, &program, &job);
            words::write(&text)?;
        }
        let progress =
            Progress::new(job.count(), args.verbose, args.json);
        Ok(Run {
            job,
            report: Report::showing(progress),
            step,
            server,
            recording,
            version: version(&program, step),
            json: args.json,
            verbose: args.verbose,
            started: Instant::now(),
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
