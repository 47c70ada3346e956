//! The command line that every download binary shares.

use std::{env, num::NonZeroUsize, path::PathBuf, time::Duration};

use clap::{
    Arg, Command, CommandFactory, FromArgMatches, Parser,
    error::{ContextKind, ContextValue, ErrorKind},
    parser::ValueSource,
};
use lesson::{Slow, Step, Values, step};
use timeline::Recording;

use crate::{
    Code,
    country::{self, Codes},
    dest::Dest,
    options,
    program::{Program, Unit},
    server::{Delay, Server},
};

/// The command line of a download binary.
#[derive(Clone, Debug, Parser)]
#[command(max_term_width = 80)]
pub struct Args {
    /// Country codes, or one letter for all codes that begin with
    /// it (B = BA..BZ) [default: the twenty most populous]
    #[arg(
        value_name = "CC",
        conflicts_with_all = ["all", "every"]
    )]
    codes: Vec<Codes>,

    /// Get every flag there is
    #[arg(short, long, conflicts_with = "every")]
    all: bool,

    /// Ask for every code AA..ZZ (most do not exist)
    #[arg(short, long)]
    every: bool,

    /// Take the first N codes only
    #[arg(
        short,
        long,
        value_name = "N",
        value_parser = at_least_one
    )]
    limit: Option<NonZeroUsize>,

    /// Make at most N requests at once
    #[arg(
        short,
        long,
        value_name = "N",
        default_value = "5",
        value_parser = at_least_one
    )]
    max_req: NonZeroUsize,

    /// Repeat the codes until there are N downloads
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    count: Option<NonZeroUsize>,

    /// Ask this server: local, delay or error (each inside this
    /// program), remote, or a base URL, which ends in /flags
    #[arg(
        short,
        long,
        value_name = "WHERE",
        default_value = "delay"
    )]
    server: Server,

    /// Delay of the server inside, fixed or uniform, in ms
    #[arg(long, value_name = "MS[-MS]")]
    delay: Option<Delay>,

    /// Seed of that server's delays and errors [default: 1]
    #[arg(long, value_name = "N")]
    seed: Option<u64>,

    /// Save flags here
    #[arg(
        short = 'o',
        long,
        value_name = "DIR",
        default_value = "target/downloaded"
    )]
    dest: PathBuf,

    /// Fetch and check only
    #[arg(long, conflicts_with = "dest")]
    no_save: bool,

    /// Limit for each phase of a request
    #[arg(
        long,
        value_name = "SECONDS",
        default_value = "10",
        value_parser = seconds
    )]
    timeout: Duration,

    /// Print one line for each flag
    #[arg(short, long)]
    pub(crate) verbose: bool,

    /// Print the report as one JSON object on standard output,
    /// with the first 1000 failures
    #[arg(long)]
    pub(crate) json: bool,

    /// Run this step of the lesson
    #[arg(long, value_name = "NAME")]
    step: Option<String>,

    /// Stretch all delays and durations but the time limit
    #[arg(long, value_name = "FACTOR", default_value = "1")]
    slow: Slow,

    #[arg(skip = Values::defaults(&[]))]
    values: Values,
}

impl Args {
    /// Parses the command line of `program`; on wrong usage, ends
    /// the process with 2 and the usage line.
    pub(crate) fn parse_for(program: &Program) -> (Self, Step) {
        let mut command = Self::command()
            .name(program.name)
            .about(program.about)
            .mut_arg("max_req", |it| {
                // Accepted, so that all versions take the same
                // command line; it has nothing to say here.
                it.hide(program.unit == Unit::Sequential)
            })
            .mut_args(|it| {
                let lacks = program.lacks(it.get_id().as_str());
                if lacks { it.hide(true) } else { it }
            })
            .mut_args(|it| options::with_default(it, program))
            .args(program.options.iter().map(options::arg))
            .after_help(step::help(program.steps));
        command
            .try_get_matches_from_mut(env::args_os())
            .and_then(|matches| {
                let mut args = Self::from_arg_matches(&matches)?;
                args.values = options::values(program, &matches);
                args.no_save |= !program.saves;
                Ok((args, matches))
            })
            .and_then(|(mut args, matches)| {
                let given = |name: &str| {
                    let source = matches.value_source(name);
                    source == Some(ValueSource::CommandLine)
                };
                let step = args.check(program, given).map_err(
                    |wrong| {
                        command.error(
                            ErrorKind::ValueValidation,
                            wrong,
                        )
                    },
                )?;
                if !given("limit")
                    && ["codes", "all", "every"]
                        .into_iter()
                        .any(given)
                {
                    // A lesson's own limit is for its own choice.
                    args.limit = None;
                }
                Ok((args, step))
            })
            .unwrap_or_else(|error| end(error, &mut command))
    }

    /// Checks what clap cannot, and finds the step.
    fn check(
        &self,
        program: &Program,
        given: impl Fn(&str) -> bool,
    ) -> Result<Step, String> {
        let lacks = |it: &&Arg| {
            let id = it.get_id().as_str();
            program.lacks(id) && given(id)
        };
        if let Some(lacks) =
            Self::command().get_arguments().find(lacks)
        {
            return Err(format!(
                "{} has no --{}",
                program.name,
                lacks.get_long().unwrap_or_default()
            ));
        }
        let inside = matches!(self.server, Server::Inside(_));
        if !inside && (given("delay") || given("seed")) {
            return Err("--delay and --seed are for the server \
                        inside this program; the one you name has \
                        its own"
                .into());
        }
        if self.server.is_encrypted() && !cfg!(feature = "remote") {
            return Err(format!(
                "this build speaks no https; one that does: \
                 cargo run --features remote --bin {}",
                program.name
            ));
        }
        if self.json && Recording::prints(&self.values) {
            return Err(
                "--timeline - and --json would both go to \
                        standard output; name a file"
                    .into(),
            );
        }
        let step = match &self.step {
            None => program.steps[0],
            Some(name) => step::find(program.steps, name)
                .map_err(|unknown| unknown.to_string())?,
        };
        let reports = ["json", "verbose"];
        let asked = reports.into_iter().find(|it| given(it));
        match asked {
            Some(name)
                if program.unreported.contains(&step.name) =>
            {
                Err(format!(
                    "--step {} has no --{name}: it tells no usual \
                     report",
                    step.name
                ))
            }
            _ => Ok(step),
        }
    }

    /// Returns the codes to get, sorted, each of them once.
    pub fn codes(&self) -> Vec<Code> {
        let mut codes = if self.all {
            country::all()
        } else if self.every {
            country::every().collect()
        } else if self.codes.is_empty() {
            country::pop20()
        } else {
            self.codes.iter().flat_map(Codes::list).collect()
        };
        codes.sort_unstable();
        codes.dedup();
        codes.truncate(self.limit.map_or(usize::MAX, usize::from));
        codes
    }

    /// Returns how many downloads there are to be.
    pub fn count(&self) -> usize {
        self.count.map_or_else(|| self.codes().len(), usize::from)
    }

    /// Returns how many requests there may be at once.
    pub fn max_req(&self) -> usize {
        self.max_req.into()
    }

    /// Returns where flags come from.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Returns the delay of the server inside, stretched by
    /// `--slow`; none if the server is elsewhere.
    pub fn delay(&self) -> Option<Delay> {
        let Server::Inside(kind) = self.server else {
            return None;
        };
        let Delay { min, max } =
            self.delay.unwrap_or(kind.usual_delay());
        let (min, max) =
            (self.slow.stretch(min), self.slow.stretch(max));
        Some(Delay { min, max })
    }

    /// Returns the seed of the server inside.
    pub fn seed(&self) -> u64 {
        self.seed.unwrap_or(1)
    }

    /// Returns where flags go.
    pub fn dest(&self) -> Dest {
        if self.no_save {
            Dest::Nowhere
        } else {
            Dest::Folder(self.dest.clone())
        }
    }

    /// Returns a duration of the lesson, stretched by `--slow`.
    ///
    /// # Panics
    ///
    /// If the lesson has no such option.
    pub fn duration(&self, name: &str) -> Duration {
        self.slow.stretch(self.values.duration(name))
    }

    /// Returns the values of the lesson's own options.
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Tells whether the report is to be one JSON object: then
    /// nothing else goes to standard output.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Returns the limit for each phase of a request.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }
}

/// Ends the process as `error` asks for; wrong usage gets the
/// usage line, also where clap alone would leave it out.
pub fn end(mut error: clap::Error, command: &mut Command) -> ! {
    if error.get(ContextKind::Usage).is_none() {
        error.insert(
            ContextKind::Usage,
            ContextValue::StyledStr(command.render_usage()),
        );
    }
    error.exit()
}

fn at_least_one(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "a whole number, at least 1".into())
}

fn seconds(text: &str) -> Result<Duration, String> {
    match text.parse() {
        Ok(seconds) if (0.001..=3600.0).contains(&seconds) => {
            Ok(Duration::from_secs_f64(seconds))
        }
        _ => Err("seconds, from 0.001 to 3600".into()),
    }
}
