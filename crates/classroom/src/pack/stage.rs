//! Lays out what is packed.

use std::{fmt, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use course::Original;

use super::{told, vendor};
use crate::{cargo, git, work::Work};

/// The folder that the archive unpacks to.
pub(crate) const TOP: &str = "side-by-side";

/// What git should not show in the packed clone.
const EXCLUDED: &str = "/.cargo/\n/.vendor/\n";

const README: &str = include_str!("README.txt");

/// What is packed.
#[derive(Debug)]
pub(crate) struct Stage {
    /// The first commit's short name.
    commit: String,
    /// How many packages were vendored.
    crates: usize,
    /// The tools whose sources are there.
    pub(crate) tools: Vec<&'static str>,
    /// Whether the book is there.
    book: bool,
    /// An exercise, to be built by whoever checks.
    pub(crate) exercise: Option<String>,
}

impl Stage {
    /// Lays out the last commit of the workspace `root` in
    /// `folder`, with the book if `complete`.
    ///
    /// # Errors
    ///
    /// If an exercise was committed otherwise than it was set, or
    /// git or cargo fails. Without the tools' sources it is
    /// complete only for a check, which says so.
    pub(crate) fn lay(
        root: &Path,
        folder: &Path,
        complete: bool,
    ) -> Result<Self> {
        let top = folder.join(TOP);
        let course = top.join("course");
        fs::create_dir(&top)?;
        told("Copying the last commit");
        let commit = clone(root, &course)?;
        let exercise = refuse_solved(&course)?;
        told("Fetching the tools' sources");
        let tools = top.join("tools");
        let tools = match vendor::tools(root, folder, &tools) {
            Ok(names) => names,
            Err(error) if complete => return Err(error),
            Err(error) => {
                eprintln!("Goes on without the tools: {error:#}");
                Vec::new()
            }
        };
        told("Copying all libraries");
        let crates = vendor::libraries(root, &top, &tools)?;
        if complete {
            told("Building the book");
            book(root, &top.join("book"))?;
        }
        fs::write(top.join("README.txt"), windows_lines(README))?;
        let book = complete;
        Ok(Self { commit, crates, tools, book, exercise })
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { commit, crates, tools, book, .. } = self;
        write!(out, "commit {commit}, {crates} libraries")?;
        for tool in tools {
            write!(out, ", {tool}")?;
        }
        if *book {
            write!(out, ", the book")?;
        }
        Ok(())
    }
}

/// Clones the last commit with its history, and returns its name.
fn clone(root: &Path, course: &Path) -> Result<String> {
    let address = git::run(root, ["remote", "get-url", "origin"]);
    let mut arguments = vec![
        "clone".into(),
        "--quiet".into(),
        "--single-branch".into(),
        "--no-tags".into(),
    ];
    arguments.extend(
        [root.as_os_str(), course.as_os_str()]
            .map(std::ffi::OsStr::to_owned),
    );
    git::run(root, arguments)?;
    // Whence it came is a folder that the students do not have.
    match address {
        Ok(it) => {
            git::run(course, ["remote", "set-url", "origin", &it])?
        }
        Err(_) => git::run(course, ["remote", "remove", "origin"])?,
    };
    // CI has no branch checked out; a student commits to one.
    if git::run(course, ["symbolic-ref", "--quiet", "HEAD"])
        .is_err()
    {
        git::run(course, ["switch", "--quiet", "-c", "course"])?;
    }
    let exclude = course.join(".git/info/exclude");
    fs::create_dir_all(course.join(".git/info"))?;
    fs::write(exclude, EXCLUDED)?;
    git::run(course, ["rev-parse", "--short", "HEAD"])
}

/// Refuses exercises that the teacher has solved and committed;
/// returns the name of one.
fn refuse_solved(course: &Path) -> Result<Option<String>> {
    let originals = Original::all(course)?;
    let changed = originals
        .iter()
        .filter(|it| Work::of(course, it) != Work::AsSet)
        .map(|it| it.name.as_str());
    let changed = changed.collect::<Vec<_>>().join(", ");
    ensure!(
        changed.is_empty(),
        "these exercises are not as they were set: {changed}; \
         `classroom restart NAME`, and commit"
    );
    Ok(originals.first().map(|it| it.name.clone()))
}

fn book(root: &Path, out: &Path) -> Result<()> {
    let mut command = Command::new(cargo::program());
    command
        .args(["run", "--quiet", "--bin", "book", "--", "--out"])
        .arg(out)
        .current_dir(root);
    cargo::run(&mut command).context("the book was not built")?;
    Ok(())
}

/// Returns `text` as every editor shows it, old ones too.
fn windows_lines(text: &str) -> String {
    text.replace('\n', "\r\n")
}
