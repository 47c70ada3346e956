//! The ids of the benches, and running one of them.

use std::process::{Command, Output};

use anyhow::{Context, ensure};

use crate::cargo::Program;

/// An id, and the bench that measures it.
pub(crate) struct Job<'bench> {
    pub(crate) program: &'bench Program,
    pub(crate) id: String,
    /// Whether ten samples of it would take too long.
    pub(crate) is_slow: bool,
}

/// Lists the ids of `programs`.
///
/// # Errors
///
/// If one cannot be run, or has none.
pub(crate) fn list(
    programs: &[Program],
) -> anyhow::Result<Vec<Job<'_>>> {
    let mut jobs = Vec::new();
    for program in programs {
        let mut command = command(program);
        command.args(["--list", "--format", "terse"]);
        let output = run(&mut command, &program.name)?;
        let text = String::from_utf8_lossy(&output.stdout);
        let ids = text.lines();
        let ids =
            ids.filter_map(|it| it.strip_suffix(": benchmark"));
        let before = jobs.len();
        jobs.extend(ids.map(|id| Job {
            program,
            id: id.to_owned(),
            is_slow: false,
        }));
        let has_ids = jobs.len() > before;
        ensure!(has_ids, "bench {} has no ids", program.name);
    }
    Ok(jobs)
}

/// Returns a run of `program`, as cargo would start it.
pub(crate) fn command(program: &Program) -> Command {
    let mut command = Command::new(&program.path);
    command.current_dir(&program.folder).arg("--bench");
    command
}

/// Runs `command`, which measures `id`.
///
/// # Errors
///
/// If it fails; the error has what it said.
pub(crate) fn run(
    command: &mut Command,
    id: &str,
) -> anyhow::Result<Output> {
    let output = command.output();
    let output = output.with_context(|| {
        format!("the bench of {id} could not be started")
    })?;
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim();
    let status = output.status;
    ensure!(
        status.success(),
        "the bench of {id} failed ({status}):\n{said}\n"
    );
    Ok(output)
}
