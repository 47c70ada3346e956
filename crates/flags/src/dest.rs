//! Where flags are saved, whole or not at all.

use std::{
    ffi::OsStr,
    fmt, fs, io,
    io::Write,
    path::{Component, Path, PathBuf},
};

use anyhow::Context;
use tempfile::NamedTempFile;

use crate::Code;

/// Where flags go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dest {
    /// Into this folder.
    Folder(PathBuf),
    /// Nowhere: they are fetched and checked only.
    Nowhere,
}

impl Dest {
    /// Makes sure that the folder is there and can be written
    /// into.
    ///
    /// # Errors
    ///
    /// If it is not, or cannot.
    pub fn prepare(&self) -> anyhow::Result<()> {
        let Self::Folder(folder) = self else { return Ok(()) };
        fs::create_dir_all(folder)
            .and_then(|()| NamedTempFile::new_in(folder).map(drop))
            .with_context(|| {
                let folder = folder.display();
                format!("flags cannot be saved in {folder}")
            })
    }

    /// Saves `image` as the flag of `code`.
    ///
    /// The name is made of the code that was asked for, never of
    /// anything that a server says.
    ///
    /// # Errors
    ///
    /// If the system refuses; then nothing is left behind, and an
    /// older file of that name stays as it was.
    pub fn save(&self, image: &[u8], code: Code) -> io::Result<()> {
        self.save_as(image, &format!("{}.gif", code.lower()))
    }

    /// Saves `image` in a file called `name`.
    ///
    /// # Errors
    ///
    /// As [`Dest::save`]; and if `name` is a way to somewhere else
    /// (`../x`, `/x`) rather than a name.
    pub fn save_as(
        &self,
        image: &[u8],
        name: &str,
    ) -> io::Result<()> {
        if !is_name(name) {
            let what = format!("{name:?} is no file's name");
            return Err(io::Error::other(what));
        }
        match self {
            Self::Folder(folder) => {
                write_whole(&folder.join(name), image)
            }
            Self::Nowhere => Ok(()),
        }
    }
}

impl fmt::Display for Dest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => folder.display().fmt(f),
            Self::Nowhere => f.write_str("nowhere (--no-save)"),
        }
    }
}

/// Tells whether `name` stands for a file in the folder to which
/// it is joined, and in no other.
fn is_name(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    let first = parts.next();
    first == Some(Component::Normal(OsStr::new(name)))
        && parts.next().is_none()
}

/// Writes `bytes` to `path`, whole or not at all.
///
/// # Errors
///
/// If the system refuses; then nothing is left behind.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut file = usual_rights().tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Makes files with the system's usual rights, less the user's
/// mask; by themselves, temporary files are for their owner only.
#[cfg(unix)]
fn usual_rights() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(0o666));
    builder
}

#[cfg(not(unix))]
fn usual_rights() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}
