//! The workspace as text, and where the lessons are in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use crate::summary;

/// What cargo has chosen for the workspace.
pub(crate) const LOCK: &str = "Cargo.lock";

/// The same for the exercises, which are no member of it.
pub(crate) const PRACTICE_LOCK: &str = "crates/practice/Cargo.lock";

/// A file or folder could not be read.
#[derive(Debug, thiserror::Error)]
#[error("could not read {path}")]
pub struct ReadError {
    path: PathBuf,
    #[source]
    cause: io::Error,
}

/// The texts of a workspace, by their paths from its root, which
/// are written with slashes on every system.
#[derive(Debug)]
pub struct Tree {
    files: BTreeMap<String, String>,
}

/// The two halves of a pair.
#[derive(Debug)]
pub struct Pair<'tree> {
    /// Its `thread.rs`.
    pub thread: Half<'tree>,
    /// Its `async.rs`.
    pub r#async: Half<'tree>,
}

/// One of them.
#[derive(Debug)]
pub struct Half<'tree> {
    /// The file, from the root, with slashes.
    pub path: String,
    /// What is in it.
    pub text: &'tree str,
}

impl Half<'_> {
    /// The file's name without its folder.
    pub(crate) fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }
}

impl Tree {
    /// Reads the workspace in the folder `root`: Rust, Markdown,
    /// TOML, the lock files, the justfile and the CI script.
    ///
    /// # Errors
    ///
    /// If one of them cannot be read as text.
    pub fn read(root: &Path) -> Result<Self, ReadError> {
        let mut tree = Self { files: BTreeMap::new() };
        tree.read_folder(root, "").map(|()| tree)
    }

    fn read_folder(
        &mut self,
        folder: &Path,
        prefix: &str,
    ) -> Result<(), ReadError> {
        let error = |path: &Path| {
            let path = path.to_owned();
            move |cause| ReadError { path, cause }
        };
        for entry in fs::read_dir(folder).map_err(error(folder))? {
            let entry = entry.map_err(error(folder))?;
            let path = entry.path();
            let kind = entry.file_type().map_err(error(&path))?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            let inner = format!("{prefix}{name}");
            if kind.is_dir() && is_ours(&name) {
                self.read_folder(&path, &format!("{inner}/"))?;
            } else if kind.is_file() && is_text(&inner) {
                let text = fs::read_to_string(&path);
                let text = text.map_err(error(&path))?;
                self.files.insert(inner, text);
            }
        }
        Ok(())
    }

    /// Returns the text of the file `path`, if there is one.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Returns the paths and texts of the files whose paths begin
    /// with `start` and end with `end`.
    pub fn files(
        &self,
        start: &str,
        end: &str,
    ) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .filter(move |(path, _)| {
                path.starts_with(start) && path.ends_with(end)
            })
    }

    /// Returns the names of the crates' folders.
    pub(crate) fn crates(&self) -> BTreeSet<&str> {
        self.files("crates/", "/Cargo.toml")
            .filter_map(|(path, _)| {
                let (_, name) = path.split_once('/')?;
                name.strip_suffix("/Cargo.toml")
            })
            .filter(|name| !name.contains('/'))
            .collect()
    }

    /// Returns the crates that are lessons: those with a half, or
    /// with the binary of one, or with a chapter of the book.
    pub fn lessons(&self) -> BTreeSet<&str> {
        let listed: BTreeSet<&str> =
            summary::listed(self).collect();
        let is_lesson = |name: &&str| {
            self.has_pair(name) || listed.contains(name)
        };
        self.crates().into_iter().filter(is_lesson).collect()
    }

    /// Tells whether the crate `name` has a half of a pair, or the
    /// binary of one.
    pub(crate) fn has_pair(&self, name: &str) -> bool {
        let src = format!("crates/{name}/src/");
        let bin = format!("{src}bin/");
        ["thread.rs", "async.rs"].iter().any(|half| {
            let binary = format!("_{half}");
            self.text(&format!("{src}{half}")).is_some()
                || self.files(&bin, &binary).next().is_some()
        })
    }

    /// Returns the folders, with a final slash, that hold a half:
    /// one for each step of each lesson.
    pub(crate) fn steps(&self) -> BTreeSet<String> {
        let mut steps = BTreeSet::new();
        for lesson in self.lessons() {
            let src = format!("crates/{lesson}/src/");
            for half in ["/thread.rs", "/async.rs"] {
                for (path, _) in self.files(&src, half) {
                    let length = path.len() - half.len() + 1;
                    steps.insert(path[..length].to_owned());
                }
            }
            steps.insert(src);
        }
        steps
    }

    /// Returns the file `name` of the folder `step`, if it is
    /// there.
    pub(crate) fn half(
        &self,
        step: &str,
        name: &str,
    ) -> Option<Half<'_>> {
        let path = format!("{step}{name}");
        self.text(&path).map(|text| Half { path, text })
    }

    /// Returns all pairs that have both halves.
    pub fn pairs(&self) -> Vec<Pair<'_>> {
        let pair = |step: String| {
            let thread = self.half(&step, "thread.rs")?;
            let r#async = self.half(&step, "async.rs")?;
            Some(Pair { thread, r#async })
        };
        self.steps().into_iter().filter_map(pair).collect()
    }
}

/// Tells folders of the workspace from those that cargo, npm, git
/// and editors make.
fn is_ours(folder: &str) -> bool {
    !["target", "node_modules"].contains(&folder)
        && (!folder.starts_with('.')
            || [".ci", ".cargo"].contains(&folder))
}

fn is_text(path: &str) -> bool {
    let ends = [".rs", ".md", ".sh", ".toml"];
    let files = [LOCK, PRACTICE_LOCK, "justfile", ".ci/run"];
    ends.iter().any(|end| path.ends_with(end))
        || files.contains(&path)
}
