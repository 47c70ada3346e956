//! The command line.

use std::{ffi::OsString, path::PathBuf, time::Duration};

use clap::{
    CommandFactory, Parser, error::ErrorKind, value_parser,
};
use lesson::Slow;
use timeline::options::is_dash;

use crate::{claims::Language, job::Job, version::Version};

/// Downloads the same flags one by one, by threads, and by async
/// tasks, and shows what each way costs; or runs both halves of a
/// LESSON, and shows what each half costs.
#[derive(Clone, Debug, Parser)]
#[command(
    name = "compare",
    version,
    max_term_width = 80,
    after_help = "Each version is a program of its own, run after \
                  the others, against a flag server of its own on \
                  this machine. The halves of a LESSON run as they \
                  do by themselves, with the options behind '--'. \
                  What the table says: docs/en/compare.md"
)]
pub struct Args {
    /// Compares the halves of this lesson, and not the downloads
    #[arg(
        value_name = "LESSON",
        conflicts_with_all = [
            "count", "max_req", "delay", "only", "raw", "dest",
            "no_save", "slow",
        ],
    )]
    pub lesson: Option<String>,

    /// Compares this step of the lesson [default: its first]
    #[arg(long, value_name = "NAME", requires = "lesson")]
    pub step: Option<String>,

    /// Options for both halves, as in: spinner -- --tick 50ms
    #[arg(
        last = true,
        value_name = "HALF_OPTIONS",
        requires = "lesson"
    )]
    pub options: Vec<OsString>,

    /// Number of downloads: the 20 most populous countries'
    /// flags, repeated
    #[arg(
        long,
        value_name = "N",
        default_value_t = 20,
        value_parser = value_parser!(u64).range(1..=1_000_000),
    )]
    pub count: u64,

    /// At most N requests at once
    #[arg(
        short,
        long,
        value_name = "N",
        default_value_t = 5,
        value_parser = value_parser!(u64).range(1..=1_000_000),
    )]
    pub max_req: u64,

    /// How long the server waits before it answers
    #[arg(
        long,
        value_name = "MS",
        default_value_t = 250,
        value_parser = value_parser!(u64).range(0..=60_000),
    )]
    pub delay: u64,

    /// Runs every version N times, in alternating order
    /// [default: 1; for a lesson 3]
    #[arg(
        long,
        value_name = "N",
        value_parser = value_parser!(u32).range(1..=1_000),
    )]
    pub rounds: Option<u32>,

    /// These versions only, with commas between them
    #[arg(
        long,
        value_name = "VERSIONS",
        value_delimiter = ',',
        hide_possible_values = true,
        help = "These versions only, with commas between them, \
                out of: sequential, thread, async, raw_thread, \
                raw_async"
    )]
    pub only: Vec<Version>,

    /// Adds raw_thread and raw_async: threads and tasks on bare
    /// sockets, without a client library
    #[arg(long)]
    pub raw: bool,

    /// Where the flags are saved, in a folder for each version
    /// [default: target/compare, in the project's folder]
    #[arg(short = 'o', long, value_name = "DIR")]
    pub dest: Option<PathBuf>,

    /// Fetches the flags without saving them
    #[arg(long, conflicts_with = "dest")]
    pub no_save: bool,

    /// Stretches the server's delay, for a projector
    #[arg(long, value_name = "FACTOR", default_value = "1")]
    pub slow: Slow,

    /// Draws who ran and who waited, of each version in one more
    /// run: x.svg, or - for text
    #[arg(long, value_name = "FILE")]
    pub timeline: Option<PathBuf>,

    /// Prints the report as one JSON object
    #[arg(long)]
    pub json: bool,

    /// Lists the lessons, and how to run them
    #[arg(long, exclusive = true)]
    pub list: bool,

    /// Tells what people say about threads and tasks, whether it
    /// is so, and what shows it (en or zh)
    #[arg(
        long,
        value_name = "LANGUAGE",
        value_enum,
        num_args = 0..=1,
        default_missing_value = "en",
        hide_possible_values = true,
        conflicts_with_all = [
            "lesson", "count", "max_req", "delay", "rounds", "only",
            "raw", "dest", "no_save", "slow", "timeline", "bin_dir",
        ],
    )]
    pub claims: Option<Language>,

    /// Runs the programs found in DIR, instead of building them
    #[arg(long, value_name = "DIR")]
    pub bin_dir: Option<PathBuf>,
}

impl Args {
    /// Returns them, if they go together.
    ///
    /// # Errors
    ///
    /// If a timeline and a report in JSON would both go to
    /// standard output.
    pub fn checked(self) -> Result<Self, clap::Error> {
        let printed = self.timeline.as_deref().is_some_and(is_dash);
        if !(self.json && printed) {
            return Ok(self);
        }
        Err(Self::command().error(
            ErrorKind::ArgumentConflict,
            "--timeline - and --json would both go to standard \
             output; name a file",
        ))
    }

    /// Returns what they ask for.
    pub fn job(&self) -> Job {
        Job {
            flags: self.count,
            max_req: self.max_req,
            delay: self
                .slow
                .stretch(Duration::from_millis(self.delay)),
            rounds: self.rounds.unwrap_or(1),
            save: !self.no_save,
            versions: self.versions(),
        }
    }

    /// Returns the versions to run, in the order of the table.
    fn versions(&self) -> Vec<Version> {
        use Version::{
            Async, RawAsync, RawThread, Sequential, Thread,
        };
        let mut versions = match self.only.as_slice() {
            [] => vec![Sequential, Thread, Async],
            only => only.to_vec(),
        };
        if self.raw {
            versions.extend([RawThread, RawAsync]);
        }
        versions.sort_unstable();
        versions.dedup();
        versions
    }
}
