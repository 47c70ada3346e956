//! Saving by tokio's files.

use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt;

use std::{io, path::Path, path::PathBuf};

use flags::{Code, Error};

use super::names;
use crate::save::AsyncSave;
use crate::{Image, Saved};

/// Writes an image so that it is there whole, or not at all.
///
/// # Errors
///
/// If the system refuses.
pub async fn write(
    folder: &Path,
    image: &[u8],
    code: Code,
) -> io::Result<()> {
    let [part, whole] = names(folder, code);
    let mut file = File::create(&part).await?; // the pool's thread
    file.write_all(image).await?; // a copy goes to the pool
    file.sync_all().await?; // and waits there; tasks run here
    fs::rename(part, whole).await // once more to the pool
}

/// Saves in a folder.
#[derive(Clone, Debug)]
pub struct Files(pub PathBuf);

impl AsyncSave for Files {
    async fn save(&self, image: Image) -> Saved {
        let end = write(&self.0, &image.bytes, image.code).await;
        end.map_err(Error::Save)?;
        Ok(image.bytes.len())
    }
}
