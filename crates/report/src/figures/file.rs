//! Reading and writing the file: small, and stable in its order,
//! so that a change of it can be read.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;

use super::{Figures, Lesson, Row};

/// A file of figures could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("could not {what} {path}")]
pub struct FileError {
    what: &'static str,
    path: PathBuf,
    #[source]
    cause: io::Error,
}

/// Reads the figures in the file `path`; none if it is not there.
///
/// # Errors
///
/// If it cannot be read, or holds something else.
pub fn read(path: &Path) -> Result<Option<Figures>, FileError> {
    let path = path.to_owned();
    let text = match fs::read(&path) {
        Ok(text) => text,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            return Ok(None);
        }
        Err(cause) => {
            return Err(FileError { what: "read", path, cause });
        }
    };
    serde_json::from_slice(&text).map(Some).map_err(|cause| {
        FileError { what: "read", path, cause: cause.into() }
    })
}

/// Returns the text of `figures`: a line for each row.
pub fn text(figures: &Figures) -> String {
    let lessons = figures.lessons.iter().map(|(name, lesson)| {
        let Lesson { date, quick, times, ratios } = lesson;
        format!(
            "    {}: {{\n      \"date\": {},\n      \"quick\": \
             {quick},\n      \"times\": {},\n      \"ratios\": \
             {}\n    }}",
            json(name),
            json(date),
            rows(times),
            rows(ratios),
        )
    });
    let lessons = lessons.collect::<Vec<_>>().join(",\n");
    let machine = json(&figures.machine);
    format!(
        "{{\n  \"machine\": {machine},\n  \"lessons\": {{\n\
         {lessons}\n  }}\n}}\n"
    )
}

fn rows(rows: &[Row]) -> String {
    if rows.is_empty() {
        return "[]".to_owned();
    }
    let rows = rows.iter().map(|row| {
        let row = json(row);
        format!("        {row}")
    });
    let rows = rows.collect::<Vec<_>>().join(",\n");
    format!("[\n{rows}\n      ]")
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("strings are its keys")
}

/// Puts `text` into the file `path`, whole or not at all, and
/// makes the folders that lead to it.
///
/// # Errors
///
/// If that fails; then a file that was there is as it was.
pub fn write(path: &Path, text: &str) -> Result<(), FileError> {
    put(path, text).map_err(|cause| FileError {
        what: "write",
        path: path.to_owned(),
        cause,
    })
}

fn put(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As other files: what the system's mask leaves of it.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}
