//! `restart`: an exercise as it was set, once more.
//!
//! Not by rustlings' own `reset`, which is a `git stash`: after a
//! commit it restores nothing, and says that it did.

use std::{
    fs::{self, File},
    io::Write,
    path::Path,
};

use anyhow::{Context, Result};
use course::{Original, PRACTICE};
use lesson::say;

use crate::{names, state};

/// Where the work goes that was there before.
const KEPT: &str = "kept";

/// Restores the exercise called `name`; what was there is kept
/// beside, and nothing is ever overwritten there.
///
/// # Errors
///
/// If there is no such exercise, or a file cannot be written; then
/// the work is where it was.
pub(crate) fn restart(root: &Path, name: &str) -> Result<()> {
    let originals = Original::all(root)?;
    let original = names::find(&originals, name)?;
    let path = original.path();
    let file = root.join(&path);
    let work = match fs::read(&file) {
        Ok(work) => Some(work),
        // Deleted by mistake: that is what this is for.
        Err(_) if !file.exists() => None,
        Err(error) => return Err(error).context(path),
    };
    state::forget(root, &original.name)?;
    let is_set = |work: &[u8]| {
        str::from_utf8(work).is_ok_and(|text| original.is(text))
    };
    if work.as_deref().is_some_and(is_set) {
        say!("{path}\nis as it was set: there is nothing to do.");
        return Ok(());
    }
    let kept = match work {
        Some(work) => Some(keep(root, &original.name, &work)?),
        None => None,
    };
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(|| path.clone())?;
    }
    fs::write(file, &original.text)
        .with_context(|| path.clone())?;
    say!("{path}\nis as it was set.");
    if let Some(kept) = kept {
        say!("What you had written is kept in\n{kept}");
    }
    Ok(())
}

/// Writes `work` to the first free name of its folder, and returns
/// its path from the root.
fn keep(root: &Path, name: &str, work: &[u8]) -> Result<String> {
    let folder = format!("{PRACTICE}/{KEPT}");
    fs::create_dir_all(root.join(&folder))
        .with_context(|| folder.clone())?;
    let path = (1..)
        .map(|number| format!("{folder}/{name}-{number}.rs"))
        .find(|path| !root.join(path).exists())
        .context("no name is free")?;
    File::create_new(root.join(&path))
        .and_then(|mut file| file.write_all(work))
        .with_context(|| path.clone())?;
    Ok(path)
}
