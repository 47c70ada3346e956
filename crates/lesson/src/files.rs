//! Files that appear whole or not at all.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Writes `bytes` to `path`, whole or not at all.
///
/// # Errors
///
/// If the system refuses; then nothing is left behind.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = usual_rights().tempfile_in(folder(path))?;
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

/// Makes sure that [`write_whole`] can write to `path`, as far as
/// that can be known beforehand.
///
/// # Errors
///
/// If the system does not let a file be made in that folder.
pub fn check(path: &Path) -> io::Result<()> {
    usual_rights().tempfile_in(folder(path)).map(drop)
}

/// Returns the folder of the file `path`.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
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
