//! Who ran and who waited: every version once more, recorded.
//!
//! Runs of their own, so that recording costs the figures nothing.

use std::{fs, path::Path};

use timeline::{Timeline, options, svg::Panel, trace};

use crate::{
    child, job::Job, measure, programs::Programs, version::Version,
};

/// Runs every version of `job` once more, and draws them one above
/// the other, on one axis of time, where `path` says.
///
/// # Errors
///
/// If a version fails, or `path` cannot be written.
pub fn draw(
    job: &Job,
    programs: &Programs,
    path: &Path,
) -> anyhow::Result<()> {
    let versions = job.versions.iter();
    let timelines = versions
        .map(|version| record(job, programs, *version))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let panels = job.versions.iter().zip(&timelines);
    let panels: Vec<_> = panels
        .map(|(version, timeline)| Panel {
            heading: version.name(),
            timeline,
        })
        .collect();
    let Job { flags, max_req, .. } = job;
    let delay = job.delay_ms();
    let title = format!(
        "{flags} flags, at most {max_req} at once, delay {delay} ms"
    );
    options::show(path, &title, &panels)
}

/// Runs `version` once, and returns what it recorded.
fn record(
    job: &Job,
    programs: &Programs,
    version: Version,
) -> anyhow::Result<Timeline> {
    let folder = tempfile::tempdir()?;
    let server = measure::server(programs, job)?;
    let mut command =
        measure::command(programs, job, version, &server);
    if job.save {
        command.arg("--dest").arg(folder.path().join("flags"));
    } else {
        command.arg("--no-save");
    }
    let file = folder.path().join("trace.json");
    command.arg("--trace").arg(&file);
    let (said, _) = child::run(&mut command, || {})?;
    measure::check_counts(&said, job.flags)?;
    trace::read(&fs::read_to_string(file)?)
}
