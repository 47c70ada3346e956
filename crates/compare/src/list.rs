//! `--list`: the lessons, in the order of the book.

use std::{
    fs,
    io::{self, Write},
    process::Command,
};

use anyhow::{Context, ensure};
use serde::Deserialize;

use crate::programs;

/// The only home of the order.
const SUMMARY: &str = "docs/en/SUMMARY.md";

/// A lesson, as its package describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    name: String,
    description: String,
    programs: Vec<String>,
    /// The packages that it stands on.
    uses: Vec<String>,
}

impl Lesson {
    /// Returns its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns its programs.
    pub fn programs(&self) -> &[String] {
        &self.programs
    }

    /// Returns the programs of its halves, threads first, if it
    /// has both.
    pub fn pair(&self) -> Option<[&str; 2]> {
        let half = |end: &str| {
            let mut programs = self.programs.iter();
            programs.find(|name| name.ends_with(end))
        };
        Some([half("_thread")?, half("_async")?])
    }

    /// Makes one up.
    #[cfg(test)]
    pub(crate) fn stand_in(
        name: &str,
        programs: &[&str],
        uses: &[&str],
    ) -> Self {
        let owned = |names: &[&str]| {
            names.iter().map(|&name| name.to_owned()).collect()
        };
        Self {
            name: name.to_owned(),
            description: String::new(),
            programs: owned(programs),
            uses: owned(uses),
        }
    }

    /// Tells whether it stands on the package called `name`.
    pub fn uses(&self, name: &str) -> bool {
        self.uses.iter().any(|it| it == name)
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    description: Option<String>,
    targets: Vec<Target>,
    dependencies: Vec<Dependency>,
}

/// What a package stands on; tests alone have a kind.
#[derive(Deserialize)]
struct Dependency {
    name: String,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

/// Returns the lessons there are so far, in the order of the
/// book.
///
/// # Errors
///
/// If cargo cannot be asked, or the book has no summary.
pub fn lessons() -> anyhow::Result<Vec<Lesson>> {
    let root = programs::root()?;
    let output = Command::new(programs::cargo())
        .current_dir(&root)
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .output()
        .context("cargo could not be run")?;
    ensure!(
        output.status.success(),
        "cargo does not tell the packages: {}",
        String::from_utf8_lossy(&output.stderr).trim(),
    );
    let metadata: Metadata = serde_json::from_slice(&output.stdout)
        .context("what cargo tells cannot be read")?;
    let summary = fs::read_to_string(root.join(SUMMARY))
        .with_context(|| format!("{SUMMARY} cannot be read"))?;
    let packages: Vec<Lesson> =
        metadata.packages.into_iter().map(lesson).collect();
    Ok(in_order(&summary, &packages))
}

/// Writes `lessons` to `out`, each with its commands.
///
/// # Errors
///
/// If `out` cannot be written.
pub fn write(
    lessons: &[Lesson],
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        "The lessons, in the order of the book ({SUMMARY}):"
    )?;
    for Lesson { name, description, programs, .. } in lessons {
        writeln!(out, "\n{}", console::style(name).bold())?;
        let options = textwrap::Options::new(80)
            .initial_indent("  ")
            .subsequent_indent("  ");
        for line in textwrap::wrap(description, options) {
            writeln!(out, "{line}")?;
        }
        for program in programs {
            writeln!(
                out,
                "    cargo run --release --bin {program}"
            )?;
        }
    }
    writeln!(
        out,
        "\nOptions go behind --: cargo run --release --bin NAME -- \
         --help\nBoth halves, measured: cargo run --release -- \
         LESSON"
    )
}

fn lesson(package: Package) -> Lesson {
    let is_program =
        |target: &Target| target.kind.iter().any(|it| it == "bin");
    let programs = package.targets.into_iter().filter(is_program);
    let mut programs: Vec<String> =
        programs.map(|target| target.name).collect();
    // Cargo sorts by name; we read threads first, then tasks.
    programs.sort_by_key(|name| {
        (name.ends_with("_async"), name.ends_with("_thread"))
    });
    let dependencies = package.dependencies.into_iter();
    let uses = dependencies.filter(|it| it.kind.is_none());
    Lesson {
        name: package.name,
        description: package.description.unwrap_or_default(),
        programs,
        uses: uses.map(|it| it.name).collect(),
    }
}

/// Returns those of `packages` that `summary` names, in its
/// order. A lesson that it names twice is listed once.
fn in_order(summary: &str, packages: &[Lesson]) -> Vec<Lesson> {
    let mut lessons: Vec<Lesson> = Vec::new();
    for name in summary.lines().filter_map(package_name) {
        let new = lessons.iter().all(|lesson| lesson.name != name);
        let found = packages.iter().find(|it| it.name == name);
        lessons.extend(found.filter(|_| new).cloned());
    }
    lessons
}

/// Returns the package that a line of the summary is about: that
/// of the page, or, while there is no page, that of the title.
///
/// `- [Download](download.md)`, `- [Futures vs tasks]()`
fn package_name(line: &str) -> Option<String> {
    let (title, rest) =
        line.trim().strip_prefix("- [")?.split_once("](")?;
    let (page, _) = rest.split_once(')')?;
    Some(match page.strip_suffix(".md") {
        Some(page) => page.to_owned(),
        None => title.to_lowercase().replace(' ', "-"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str) -> Lesson {
        Lesson::stand_in(name, &[&format!("{name}_thread")], &[])
    }

    fn names(lessons: &[Lesson]) -> Vec<&str> {
        lessons.iter().map(|lesson| lesson.name.as_str()).collect()
    }

    #[test]
    fn lessons_stand_in_the_order_of_the_summary() {
        let summary = "# Summary\n\n\
                       [The main job](compare.md)\n\n\
                       - [Download](download.md)\n\
                       - [Futures vs tasks]()\n\
                       - [Char finder](char-finder.md)\n";
        let packages = ["char-finder", "download", "flags"]
            .map(package)
            .to_vec();
        let lessons = in_order(summary, &packages);
        assert_eq!(names(&lessons), ["download", "char-finder"]);
    }

    #[test]
    fn a_lesson_without_a_page_is_found_by_its_title() {
        let packages = [package("futures-vs-tasks")];
        let lessons = in_order("- [Futures vs tasks]()", &packages);
        assert_eq!(names(&lessons), ["futures-vs-tasks"]);
    }

    #[test]
    fn a_lesson_named_twice_is_listed_once() {
        let summary = "- [Run it](download.md)\n\
                       - [Read it](download.md)\n";
        let lessons = in_order(summary, &[package("download")]);
        assert_eq!(names(&lessons), ["download"]);
    }
}
