//! Files that appear whole or not at all.
//!
//! Not by `tempfile`, which would nearly double what the spinner
//! compiles.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

/// Writes `text` to `path`, whole or not at all.
pub(crate) fn write(path: &Path, text: &str) -> io::Result<()> {
    let part = part(path)?;
    let mut file = File::create_new(&part)?;
    let written = file.write_all(text.as_bytes());
    drop(file);
    let written = written.and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        // The first error is the one to tell.
        let _ = fs::remove_file(part);
    }
    written
}

/// Makes sure that `path` can be written, as far as that can be
/// known beforehand; leaves nothing behind.
pub(crate) fn check(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let part = part(path)?;
    File::create_new(&part)?;
    fs::remove_file(part)
}

/// Returns a name for what is written so far: in the same folder,
/// and of this process alone.
fn part(path: &Path) -> io::Result<PathBuf> {
    let Some(name) = path.file_name() else {
        return Err(io::ErrorKind::InvalidFilename.into());
    };
    let mut part = name.to_owned();
    part.push(format!(".{}.part", process::id()));
    Ok(path.with_file_name(part))
}
