//! Copying a crate.

use std::{
    fs, io,
    path::Path,
    process::{Command, Stdio},
};

use anyhow::Context;

use super::rename::Rename;

/// Copies the crate in `from` to `to`, renamed, without what cargo
/// and editors made in it.
pub(crate) fn folder(
    from: &Path,
    to: &Path,
    rename: &Rename,
) -> anyhow::Result<()> {
    let mut paths = Vec::new();
    list(from, "", &mut paths)
        .with_context(|| from.display().to_string())?;
    for path in paths {
        file(&from.join(&path), to, &path, rename)
            .with_context(|| path)?;
    }
    Ok(())
}

/// Lists the files in `folder`, with slashes on every system.
fn list(
    folder: &Path,
    prefix: &str,
    paths: &mut Vec<String>,
) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let path = format!("{prefix}{name}");
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

fn file(
    from: &Path,
    to: &Path,
    path: &str,
    rename: &Rename,
) -> io::Result<()> {
    let renamed = match String::from_utf8(fs::read(from)?) {
        Ok(text) => rename.text(path, &text).into_bytes(),
        Err(no_text) => no_text.into_bytes(),
    };
    let to = to.join(rename.path(path));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(to, renamed)
}

/// Formats the crate in `folder`, some of whose lines have got
/// longer or shorter; tells whether that went well.
///
/// Not by `cargo fmt`: the crate is no member of the workspace yet.
pub(crate) fn format(folder: &Path) -> bool {
    let mut paths = Vec::new();
    let is_listed = list(folder, "", &mut paths).is_ok();
    let rust = paths.iter().filter(|path| path.ends_with(".rs"));
    let status = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .args(rust)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status();
    is_listed && status.is_ok_and(|status| status.success())
}
