//! One file of a folder, and back.

use std::{
    fs::File,
    io::{BufReader, BufWriter, Write},
    path::Path,
};

use anyhow::{Context, Result};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use tar::{Archive, Builder};

use super::stage::TOP;

/// Writes what is below [`TOP`] in `folder` to `file`.
///
/// # Errors
///
/// If a file cannot be read or written.
pub(crate) fn write(
    file: &mut File,
    folder: &Path,
    level: u32,
) -> Result<()> {
    let out = BufWriter::new(file);
    let out = GzEncoder::new(out, Compression::new(level));
    let mut archive = Builder::new(out);
    archive.follow_symlinks(false);
    archive
        .append_dir_all(TOP, folder.join(TOP))
        .context("could not pack")?;
    let mut out = archive.into_inner()?.finish()?;
    out.flush()?;
    Ok(())
}

/// Unpacks `file` into `folder`.
///
/// # Errors
///
/// If it is no such archive, or a file cannot be written.
pub(crate) fn unpack(file: &Path, folder: &Path) -> Result<()> {
    let file = BufReader::new(File::open(file)?);
    Archive::new(GzDecoder::new(file)).unpack(folder)?;
    Ok(())
}
