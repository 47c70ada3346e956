//! Saving by the standard library's files.

use std::fs::{self, File};
use std::io::Write;

use std::{io, path::Path, path::PathBuf};

use flags::{Code, Error};

use super::names;
use crate::save::Save;
use crate::{Image, Saved};

/// Writes an image so that it is there whole, or not at all.
///
/// # Errors
///
/// If the system refuses.
pub fn write(
    folder: &Path,
    image: &[u8],
    code: Code,
) -> io::Result<()> {
    let [part, whole] = names(folder, code);
    let mut file = File::create(&part)?; // this thread waits
    file.write_all(image)?; // and here
    file.sync_all()?; // here longest: the disk has it now
    fs::rename(part, whole) // and here
}

/// Saves in a folder.
#[derive(Clone, Debug)]
pub struct Files(pub PathBuf);

impl Save for Files {
    fn save(&self, image: Image) -> Saved {
        let end = write(&self.0, &image.bytes, image.code);
        end.map_err(Error::Save)?;
        Ok(image.bytes.len())
    }
}
