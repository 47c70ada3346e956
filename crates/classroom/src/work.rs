//! What somebody made of an exercise.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use course::Original;
use serde::{Deserialize, Serialize};

/// The largest program that is looked at, in bytes: twenty times
/// what an exercise has.
const MAX_PROGRAM: u64 = 128 * 1024;

/// What somebody made of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Work {
    /// Nothing yet.
    AsSet,
    /// The program as it is now.
    Changed(String),
    /// The file is not there.
    Missing,
    /// Why it cannot be read.
    Unreadable(String),
}

impl Work {
    /// Reads what stands for `original` in the workspace `root`,
    /// which may be anybody's: no link is followed out of it, and
    /// nothing is read that is not a small file.
    pub(crate) fn of(root: &Path, original: &Original) -> Self {
        let path = original.path();
        match read(root, &path, MAX_PROGRAM) {
            Ok(text) => Self::AsSet.or_changed(original, text),
            Err(error)
                if error.kind() == io::ErrorKind::NotFound =>
            {
                Self::Missing
            }
            Err(error) => Self::Unreadable(error.to_string()),
        }
    }

    /// Returns this anew, by our `original`: what was sent may
    /// have been made from another one.
    pub(crate) fn by(self, original: &Original) -> Self {
        match self {
            Self::Changed(text)
                if text.len() as u64 > MAX_PROGRAM =>
            {
                Self::Unreadable("it is too large".into())
            }
            Self::Changed(text) => {
                Self::AsSet.or_changed(original, text)
            }
            other => other,
        }
    }

    fn or_changed(self, original: &Original, text: String) -> Self {
        if original.is(&text) { self } else { Self::Changed(text) }
    }
}

/// Reads the text at `path` in the folder `root`, of at most `most`
/// bytes.
///
/// # Errors
///
/// If it is too large, no text, no file, or not in that folder at
/// all but behind a link.
pub(crate) fn read(
    root: &Path,
    path: &str,
    most: u64,
) -> io::Result<String> {
    let file = fs::canonicalize(root.join(path))?;
    if file != fs::canonicalize(root)?.join(path) {
        return Err(io::Error::other("it is a link"));
    }
    // Before it is opened: a pipe would wait for who writes.
    if !fs::metadata(&file)?.is_file() {
        return Err(io::Error::other("it is no file"));
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::Error::other("it is too large"));
    }
    let text = String::from_utf8(bytes);
    text.map_err(|_| io::Error::other("it is not UTF-8"))
}
