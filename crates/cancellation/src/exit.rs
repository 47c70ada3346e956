//! What becomes of a unit that nobody waits for when `main`
//! returns.
//!
//! A process ends when its `main` returns. So each `main` of this
//! step is that of a child process, which says on its standard
//! output what it does; what it does not say, it did not do.

use std::{fmt, io, path::Path, sync::Arc};

use crate::{
    Audit, Job, Plan,
    child::{self, Part, Scene},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod detached;
pub mod thread;
pub mod wrong;

/// How many records there are.
pub const RECORDS: usize = 2;

const FAREWELL: &str = "the guard is dropped";

/// Says so when it is dropped: stands for any clean-up.
struct Farewell(Arc<Job>);

impl Drop for Farewell {
    fn drop(&mut self) {
        self.0.note(FAREWELL);
    }
}

/// What was seen of a child process.
#[derive(Clone, Debug)]
pub struct Exit {
    /// Where the records were when it had ended.
    pub audit: Audit,
    /// Whether its unit's guard was dropped.
    pub cleaned_up: bool,
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let guard =
            if self.cleaned_up { "ran" } else { "never ran" };
        let lost = self.audit.lost.len();
        write!(f, "{lost} lost, guard {guard}")
    }
}

/// What was seen of both child processes.
#[derive(Clone, Debug)]
pub struct Exits {
    /// `main` waited for its unit.
    pub waited: Exit,
    /// `main` returned without waiting.
    pub returned: Exit,
}

impl fmt::Display for Exits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { waited, returned } = self;
        write!(f, "Main waited: {waited}; it did not: {returned}.")
    }
}

/// Starts `program` twice, as a child whose `main` waits for its
/// unit, and as one whose `main` does not.
///
/// # Errors
///
/// If a child does not start, or fails.
pub fn both(plan: &Plan, program: &Path) -> io::Result<Exits> {
    let unit = plan.unit;
    plan.say(format_args!("main waits for its {unit}:"));
    let waited = of_child(plan, program, Scene::MainWaits)?;
    plan.say(format_args!("\nmain returns without its {unit}:"));
    let returned = of_child(plan, program, Scene::MainReturns)?;
    Ok(Exits { waited, returned })
}

/// Starts `program` as a child that plays `scene`, and says where
/// the records are when it has ended.
///
/// # Errors
///
/// If it does not start, or fails.
pub fn of_child(
    plan: &Plan,
    program: &Path,
    scene: Scene,
) -> io::Result<Exit> {
    let job = Plan { records: RECORDS, ..*plan }.job();
    let number = plan.pace.as_millis() as usize;
    let part = Part { scene, number };
    let lines = child::run(program, part, &job)?;
    let cleaned_up = lines.iter().any(|line| line == FAREWELL);
    let audit = job.audit();
    job.note(&format!("the process is gone: {audit}"));
    Ok(Exit { audit, cleaned_up })
}
