//! What the rules look at.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use course::{Course, PRACTICE, TEXTS};
use tidy::{Finding, Tree};

/// The workspace as text, and the course in it.
pub(super) struct Material {
    pub(super) root: PathBuf,
    pub(super) tree: Tree,
    pub(super) course: Course,
    /// All that is in the folders of exercises and solutions, of
    /// whatever kind: paths from the root.
    pub(super) programs: Vec<String>,
}

impl Material {
    /// Reads the workspace `root`; a course that cannot be read
    /// is a finding.
    pub(super) fn read(
        root: &Path,
    ) -> Result<Result<Self, Finding>> {
        let tree = Tree::read(root)?;
        let course = match Course::read(root) {
            Ok(course) => course,
            Err(error) => {
                let sentence = format!("{error:#}");
                return Ok(Err(Finding::about(TEXTS, sentence)));
            }
        };
        let mut programs = Vec::new();
        for kind in ["exercises", "solutions"] {
            let folder = format!("{PRACTICE}/{kind}");
            list(root, &folder, &mut programs).context(folder)?;
        }
        programs.sort();
        let root = root.to_owned();
        Ok(Ok(Self { root, tree, course, programs }))
    }

    /// Returns the text of the file `path`, or nothing.
    pub(super) fn text(&self, path: &str) -> &str {
        self.tree.text(path).unwrap_or_default()
    }
}

/// Adds to `files` what is in `folder`, at any depth.
fn list(
    root: &Path,
    folder: &str,
    files: &mut Vec<String>,
) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let name = entry.file_name();
        let path = format!("{folder}/{}", name.to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
