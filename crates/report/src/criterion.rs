//! What criterion left in a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, de::DeserializeOwned};

use crate::id::Id;

/// What one run of a bench measured.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The lesson that it belongs to.
    pub lesson: String,
    /// What was measured.
    pub id: Id,
    /// The median time of an iteration, in nanoseconds.
    pub median_ns: f64,
    /// The lower end of its interval within this run.
    pub low_ns: f64,
    /// The upper end.
    pub high_ns: f64,
}

/// A folder of criterion's could not be read.
#[derive(Debug, thiserror::Error)]
#[error("could not read {path}")]
pub struct ReadError {
    path: PathBuf,
    #[source]
    cause: io::Error,
}

/// `benchmark.json`, as far as we read it.
#[derive(Deserialize)]
struct Benchmark {
    group_id: String,
    function_id: Option<String>,
    value_str: Option<String>,
}

/// `estimates.json`, as far as we read it. There is a `slope`,
/// too, but not with flat sampling.
#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    point_estimate: f64,
    confidence_interval: Interval,
}

#[derive(Deserialize)]
struct Interval {
    lower_bound: f64,
    upper_bound: f64,
}

/// Finds all that was measured below `folder`, in the order of
/// its lessons, panels and points.
///
/// A run that was broken off leaves a folder in which a file is
/// missing, or is not whole; it is passed over.
///
/// # Errors
///
/// If a folder or a file cannot be read.
pub fn find(folder: &Path) -> Result<Vec<Measured>, ReadError> {
    let mut found = Vec::new();
    look(folder, &mut found)?;
    found.sort_by_cached_key(|it| {
        (it.lesson.clone(), it.id.order())
    });
    Ok(found)
}

fn look(
    folder: &Path,
    found: &mut Vec<Measured>,
) -> Result<(), ReadError> {
    // "base" is a copy of an earlier "new", or the same one.
    if folder.file_name().is_some_and(|name| name == "new") {
        found.extend(measured(folder)?);
        return Ok(());
    }
    let error = |cause| ReadError { path: folder.into(), cause };
    for entry in fs::read_dir(folder).map_err(error)? {
        let entry = entry.map_err(error)?;
        if entry.file_type().map_err(error)?.is_dir() {
            look(&entry.path(), found)?;
        }
    }
    Ok(())
}

fn measured(folder: &Path) -> Result<Option<Measured>, ReadError> {
    let benchmark = read::<Benchmark>(folder, "benchmark.json")?;
    let estimates = read::<Estimates>(folder, "estimates.json")?;
    let both = benchmark.zip(estimates);
    Ok(both.map(|(benchmark, estimates)| {
        let (lesson, id) = Id::parse(
            &benchmark.group_id,
            benchmark.function_id.as_deref(),
            benchmark.value_str.as_deref(),
        );
        let Estimate { point_estimate, confidence_interval } =
            estimates.median;
        Measured {
            lesson,
            id,
            median_ns: point_estimate,
            low_ns: confidence_interval.lower_bound,
            high_ns: confidence_interval.upper_bound,
        }
    }))
}

/// Reads a file of JSON; nothing if it is not there, or is not
/// what it should be.
fn read<T: DeserializeOwned>(
    folder: &Path,
    name: &str,
) -> Result<Option<T>, ReadError> {
    let path = folder.join(name);
    match fs::read(&path) {
        Ok(bytes) => Ok(serde_json::from_slice(&bytes).ok()),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
            Ok(None)
        }
        Err(cause) => Err(ReadError { path, cause }),
    }
}
