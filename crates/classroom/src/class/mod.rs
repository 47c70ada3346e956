//! `class`: how far each of thirty students has come.
//!
//! - `students`: who is in the folder, and what they have written
//! - `build`: one package of all that differs from the originals
//! - `trial`: runs the tests of one program, with a limit
//! - `standing`: what comes of that, exercise by exercise
//! - `table`, `summary`: what is printed
//!
//! Nothing is taken from a clone but the programs: neither its
//! manifest nor its lock file, nor its tests, nor what it says
//! that was solved.

mod build;
mod report;
mod standing;
mod students;
mod summary;
mod table;
mod trial;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

use anyhow::Result;
use course::Original;
use lesson::{exit, say};
use lexopt::{Arg, Error, Parser, ValueExt};

use crate::{names, process};
use standing::Standings;

/// How long the tests of one exercise may take: those that wait
/// for ever are ended by their own limit, after ten seconds each.
const LIMIT: Duration = Duration::from_secs(30);

/// What is to be shown.
#[derive(Debug)]
pub(crate) struct Options {
    folder: PathBuf,
    only: Option<String>,
    limit: Duration,
    json: bool,
}

impl Options {
    /// Parses the rest of a command line; returns nothing if it
    /// asks for help.
    pub(crate) fn parse(
        parser: &mut Parser,
    ) -> Result<Option<Self>, Error> {
        let (mut folder, mut only) = (None, None);
        let (mut limit, mut json) = (LIMIT, false);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Short('h') | Arg::Long("help") => {
                    return Ok(None);
                }
                Arg::Long("only") => {
                    only = Some(parser.value()?.string()?);
                }
                Arg::Long("limit") => {
                    let seconds: u32 = parser.value()?.parse()?;
                    if seconds == 0 {
                        return Err("no limit of 0 seconds".into());
                    }
                    limit = Duration::from_secs(seconds.into());
                }
                Arg::Long("json") => json = true,
                Arg::Value(value) if folder.is_none() => {
                    folder = Some(PathBuf::from(value));
                }
                _ => return Err(argument.unexpected()),
            }
        }
        let folder =
            folder.ok_or("which folder has the clones?")?;
        Ok(Some(Self { folder, only, limit, json }))
    }
}

/// Looks at all students in the folder, and prints how they stand.
///
/// # Errors
///
/// If the folder cannot be read, or cargo cannot build anything.
pub(crate) fn show(
    root: &Path,
    options: &Options,
) -> Result<ExitCode> {
    let mut originals = Original::all(root)?;
    if let Some(name) = &options.only {
        let only = names::find(&originals, name)?.clone();
        originals = vec![only];
    }
    let students = students::read(&options.folder, &originals)?;
    eprintln!(
        "This runs what {} wrote, on your account, each program \
         for {} s at most.\nA program can do whatever you can do \
         here: use an account, or a container,\nthat has nothing \
         to lose.",
        summary::count(students.len(), "student"),
        options.limit.as_secs(),
    );
    process::end_all_on_ctrl_c()?;
    let standings = Standings::judge(
        root,
        &originals,
        &students,
        options.limit,
    )?;
    let rows = standings.rows(&students, &originals);
    if options.json {
        say!("{}", report::json(&rows, &originals)?);
    } else {
        table::print(&rows, &originals);
    }
    let is_unread = rows.iter().any(|row| row.problem.is_some());
    let code = if is_unread { exit::SOME_FAILED } else { 0 };
    Ok(ExitCode::from(code))
}
