//! What the versions saved, byte by byte.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};

use crate::version::Version;

/// The file that says: these folders are ours to delete.
const MARK: &str = "made-by-compare.txt";

const MARK_TEXT: &str = "\
The program 'compare' made this folder, and empties the
folders in it each time it runs.
";

/// The folder that has a folder for each version.
#[derive(Clone, Debug)]
pub struct Saved(PathBuf);

impl Saved {
    /// Takes `folder`, which is new, empty, or our own.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or has files of somebody else.
    pub fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        let shown = folder.display();
        fs::create_dir_all(folder)
            .with_context(|| format!("{shown} cannot be made"))?;
        let empty = fs::read_dir(folder)
            .with_context(|| format!("{shown} cannot be read"))?
            .next()
            .is_none();
        if !empty && !folder.join(MARK).is_file() {
            bail!(
                "{shown} has files that compare did not make, and \
                 it will not delete them; name another folder \
                 with --dest"
            );
        }
        fs::write(folder.join(MARK), MARK_TEXT).with_context(
            || format!("{shown} cannot be written"),
        )?;
        Ok(Self(folder.canonicalize()?))
    }

    /// Returns the folder of `version`, empty.
    ///
    /// # Errors
    ///
    /// If it cannot be emptied.
    pub fn fresh(
        &self,
        version: Version,
    ) -> anyhow::Result<PathBuf> {
        let folder = self.0.join(version.name());
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| {
                format!("{} cannot be emptied", folder.display())
            })?;
        }
        fs::create_dir(&folder)?;
        Ok(folder)
    }

    /// Compares what each version saved with what the first did,
    /// and returns a sentence about each difference.
    ///
    /// # Errors
    ///
    /// If a file cannot be read.
    pub fn differences(
        &self,
        versions: &[Version],
    ) -> anyhow::Result<Vec<String>> {
        let Some((first, others)) = versions.split_first() else {
            return Ok(Vec::new());
        };
        let expected = self.files(*first)?;
        let mut differences = Vec::new();
        for version in others {
            let files = self.files(*version)?;
            let names = expected.keys().chain(files.keys());
            let odd = names.filter(|name| {
                files.get(*name) != expected.get(*name)
            });
            if let Some(name) = odd.min() {
                let what =
                    match (expected.get(name), files.get(name)) {
                        (Some(_), None) => "did not save",
                        (None, _) => "alone saved",
                        _ => "saved other bytes as",
                    };
                differences.push(format!(
                    "{version}, compared with {first}, {what} \
                     {name}.",
                ));
            }
        }
        Ok(differences)
    }

    /// Returns the files of `version`: names and bytes.
    fn files(
        &self,
        version: Version,
    ) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
        let folder = self.0.join(version.name());
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let bytes =
                fs::read(entry.path()).with_context(|| {
                    format!(
                        "{} cannot be read",
                        entry.path().display()
                    )
                })?;
            files
                .insert(name.to_string_lossy().into_owned(), bytes);
        }
        Ok(files)
    }
}
