//! Files that appear whole or not at all.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use tempfile::Builder;

/// Where a file is to go.
#[derive(Debug)]
pub(crate) struct Place {
    path: PathBuf,
    /// Whether what stands there may go.
    overwrite: bool,
}

impl Place {
    /// Returns the place `path`.
    ///
    /// # Errors
    ///
    /// If a file is there that must not go.
    pub(crate) fn new(
        path: PathBuf,
        overwrite: bool,
    ) -> Result<Self> {
        let place = Self { path, overwrite };
        if place.path.exists() && !overwrite {
            return Err(place.taken());
        }
        Ok(place)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    fn taken(&self) -> anyhow::Error {
        anyhow::anyhow!(
            "{} is there already; --force writes over it",
            self.path.display()
        )
    }

    /// Lets `write` write the file, under another name beside, and
    /// puts it there when it is whole; returns its size in bytes.
    ///
    /// # Errors
    ///
    /// If it cannot be written, or a file has appeared there.
    pub(crate) fn fill(
        &self,
        write: impl FnOnce(&mut File) -> Result<()>,
    ) -> Result<u64> {
        let folder = match self.path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let path = || self.path.display().to_string();
        let mut builder = Builder::new();
        builder.prefix(".").suffix(".part");
        // For whoever shares the folder, as any other file.
        #[cfg(unix)]
        builder.permissions(
            std::os::unix::fs::PermissionsExt::from_mode(0o666),
        );
        let mut file =
            builder.tempfile_in(folder).with_context(path)?;
        write(file.as_file_mut())?;
        let size = file.as_file().metadata()?.len();
        if self.overwrite {
            file.persist(&self.path).with_context(path)?;
            return Ok(size);
        }
        match file.persist_noclobber(&self.path) {
            Ok(_) => Ok(size),
            Err(_) if self.path.exists() => Err(self.taken()),
            Err(error) => bail!("{}: {error}", path()),
        }
    }
}

/// Returns a size as people say it.
pub(crate) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{} MB", bytes.div_ceil(1_000_000)),
    }
}
