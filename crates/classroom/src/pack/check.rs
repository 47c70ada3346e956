//! Unpacks an archive, and builds without network and cache.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use course::PRACTICE;

use super::{
    archive,
    stage::{Stage, TOP},
    told,
};
use crate::{cargo, git};

/// For an archive that is thrown away: quick, not small.
const QUICK: u32 = 0;

/// The lesson that is built: the smallest.
const LESSON: &str = "spinner";

/// Packs what is laid out in `folder`, unpacks it where nothing is
/// around it, and does there what students do, with an empty home
/// of cargo.
///
/// # Errors
///
/// If anything would have been fetched.
pub(crate) fn check(folder: &Path, stage: &Stage) -> Result<()> {
    told("Packing and unpacking");
    let file = folder.join("check.tar.gz");
    let mut to = fs::File::create_new(&file)?;
    archive::write(&mut to, folder, QUICK)?;
    let room = tempfile::tempdir()?;
    archive::unpack(&file, room.path())?;
    let room = Room { folder: room.path().join(TOP) };
    fs::create_dir(room.home())?;
    let course = room.folder.join("course");
    let changed = git::run(&course, ["status", "--porcelain"])?;
    ensure!(changed.is_empty(), "the clone is changed: {changed}");
    told("Building");
    let practice = format!("course/{PRACTICE}");
    room.cargo("course", METADATA)?;
    room.cargo(&practice, METADATA)?;
    for tool in &stage.tools {
        room.cargo(&format!("tools/{tool}"), METADATA)?;
    }
    room.cargo("course", &["build", "-p", LESSON])?;
    if let Some(name) = &stage.exercise {
        room.cargo(&practice, &["build", "--bin", name])?;
    }
    Ok(())
}

/// Reads the manifest of each library there is.
const METADATA: &[&str] = &["metadata", "--format-version", "1"];

struct Room {
    folder: PathBuf,
}

impl Room {
    fn home(&self) -> PathBuf {
        self.folder.join("empty-home")
    }

    /// Runs cargo in `folder` as if it had never run before.
    fn cargo(
        &self,
        folder: &str,
        arguments: &[&str],
    ) -> Result<()> {
        let mut command = Command::new(cargo::program());
        command
            .args(arguments)
            .args(["--offline", "--locked", "--quiet"])
            .current_dir(self.folder.join(folder))
            .env("CARGO_HOME", self.home())
            .env_remove("CARGO_TARGET_DIR");
        cargo::run(&mut command).with_context(|| {
            format!("{folder}: cargo {}", arguments.join(" "))
        })?;
        Ok(())
    }
}
