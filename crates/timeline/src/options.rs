//! From the command line to a file.

use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use lesson::{Opt, Takes, Value, Values, output};

use crate::{Recorder, files, svg, svg::Panel, text, trace};

/// `--timeline FILE`.
pub const TIMELINE: Opt = Opt {
    name: "timeline",
    takes: Takes::File,
    about: "draw who ran and who waited: x.svg, or - for text",
};

/// `--trace FILE`.
pub const TRACE: Opt = Opt {
    name: "trace",
    takes: Takes::File,
    about: "write the same as JSON for ui.perfetto.dev",
};

/// Both, for a lesson that has no other options.
pub const OPTIONS: &[Opt] = &[TIMELINE, TRACE];

/// In place of a file: the terminal.
const TERMINAL: &str = "-";

/// What is to be made of a run: nothing, unless it was asked for.
#[derive(Debug, Default)]
pub struct Recording {
    title: String,
    recorder: Option<Recorder>,
    picture: Option<PathBuf>,
    trace: Option<PathBuf>,
}

impl Recording {
    /// Begins to record, if `values` ask for it, what is to be
    /// shown under this `title`.
    ///
    /// # Errors
    ///
    /// If a file that they name cannot be written, or this process
    /// is recorded already.
    pub fn begin(
        values: &Values,
        title: String,
    ) -> anyhow::Result<Self> {
        let picture = file(values, &TIMELINE);
        let trace = file(values, &TRACE);
        for path in [&picture, &trace].into_iter().flatten() {
            check(path)?;
        }
        let wanted = picture.is_some() || trace.is_some();
        let recorder =
            wanted.then(Recorder::install).transpose()?;
        Ok(Self { title, recorder, picture, trace })
    }

    /// Begins to record, if the command line asks for it.
    ///
    /// # Errors
    ///
    /// As [`Recording::begin`].
    pub fn of(args: &lesson::Args) -> anyhow::Result<Self> {
        Self::begin(args.values(), args.title())
    }

    /// Tells whether `values` ask for a timeline on standard
    /// output.
    pub fn prints(values: &Values) -> bool {
        file(values, &TIMELINE).is_some_and(|path| is_dash(&path))
    }

    /// Writes what was recorded, whole or not at all.
    ///
    /// # Errors
    ///
    /// If nothing was recorded, or a file cannot be written.
    pub fn end(&self) -> anyhow::Result<()> {
        let Some(recorder) = &self.recorder else { return Ok(()) };
        let title = &self.title;
        let timeline = recorder.timeline();
        ensure!(
            !timeline.lanes.is_empty(),
            "there is no timeline: this step marks no thread or \
             task"
        );
        if let Some(path) = &self.trace {
            let text = trace::write(&timeline, title);
            write(path, &text)?;
        }
        if let Some(path) = &self.picture {
            let (heading, timeline) = (title.as_str(), &timeline);
            show(path, title, &[Panel { heading, timeline }])?;
        }
        Ok(())
    }
}

/// Draws `panels` under `title` where `path` says: in a file, or
/// on standard output.
///
/// # Errors
///
/// If the file cannot be written.
pub fn show(
    path: &Path,
    title: &str,
    panels: &[Panel<'_>],
) -> anyhow::Result<()> {
    if !is_dash(path) {
        return write(
            path,
            &svg::draw(title, panels, &svg::ENGLISH),
        );
    }
    for Panel { heading, timeline } in panels {
        let text = text::draw(timeline);
        output::write(format_args!("\n{heading}\n{text}"));
    }
    Ok(())
}

/// Makes sure that `path` can be written, before anything runs.
///
/// # Errors
///
/// If it cannot.
pub fn check(path: &Path) -> anyhow::Result<()> {
    if is_dash(path) {
        return Ok(());
    }
    let shown = path.display();
    files::check(path)
        .with_context(|| format!("{shown} cannot be written"))
}

fn file(values: &Values, option: &Opt) -> Option<PathBuf> {
    match values.get(option.name) {
        Some(Value::File(path)) => path.clone(),
        _ => None,
    }
}

/// Tells whether `path` stands for standard output.
pub fn is_dash(path: &Path) -> bool {
    path == Path::new(TERMINAL)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let shown = path.display();
    files::write(path, text)
        .with_context(|| format!("{shown} cannot be written"))
}
