//! This program, started again as a child of itself, to see what
//! is left of a process after its end.

use std::{
    env,
    io::{self, BufRead, BufReader},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use crate::{Job, Output, Plan, Unit, exit, lost, runtime};

/// The variable that tells a child which part it plays.
const PART: &str = "CANCELLATION_PART";

/// What a child does in place of what its command line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which `main` it has.
    pub scene: Scene,
    /// The pace in milliseconds, or after how many steps it ends.
    pub number: usize,
}

/// A `main` of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// Waits for its unit.
    MainWaits,
    /// Returns without its unit.
    MainReturns,
    /// Returns after some steps of the right version.
    PeekAndPass,
    /// Returns after some steps of the wrong version.
    TakeAndPut,
}

impl Scene {
    const ALL: [Self; 4] = [
        Self::MainWaits,
        Self::MainReturns,
        Self::PeekAndPass,
        Self::TakeAndPut,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::MainWaits => "main-waits",
            Self::MainReturns => "main-returns",
            Self::PeekAndPass => "peek-and-pass",
            Self::TakeAndPut => "take-and-put",
        }
    }
}

impl Part {
    /// Returns the part that this process was started for, if it
    /// is a child.
    pub fn of_this_process() -> Option<Self> {
        let text = env::var(PART).ok()?;
        let (name, number) = text.split_once(' ')?;
        let named = |scene: &Scene| scene.name() == name;
        let scene = Scene::ALL.into_iter().find(named)?;
        let number = number.parse().ok()?;
        Some(Self { scene, number })
    }

    /// Plays the part; then `main` returns.
    ///
    /// # Errors
    ///
    /// If a runtime does not start.
    pub fn play(self, unit: Unit) -> io::Result<()> {
        let number = self.number;
        let plan = Plan {
            unit,
            records: exit::RECORDS,
            pace: Duration::from_millis(number as u64),
            after: Duration::ZERO,
            limit: Duration::ZERO,
            output: Output::Plain,
        };
        match (unit, self.scene) {
            (Unit::Thread, Scene::MainWaits) => {
                exit::thread::body_of_main(&plan);
            }
            (Unit::Thread, Scene::MainReturns) => {
                exit::wrong::body_of_main(&plan);
            }
            (Unit::Task, Scene::MainWaits) => {
                let body = exit::r#async::body_of_main(&plan);
                runtime()?.block_on(body);
            }
            (Unit::Task, Scene::MainReturns) => {
                let body =
                    exit::detached::wrong::body_of_main(&plan);
                runtime()?.block_on(body);
            }
            (_, Scene::PeekAndPass) => {
                lost::steps::leave_after(
                    number,
                    lost::thread::copy,
                );
            }
            (_, Scene::TakeAndPut) => {
                let copy = lost::leaves::wrong::copy;
                lost::steps::leave_after(number, copy);
            }
        }
        Ok(())
    }
}

/// Starts `program` as a child that plays `part`, does again in
/// `job` what it says that it did, and returns all that it said.
///
/// # Errors
///
/// If it does not start, or fails.
pub fn run(
    program: &Path,
    part: Part,
    job: &Job,
) -> io::Result<Vec<String>> {
    let mut child = Command::new(program)
        .env(PART, format!("{} {}", part.scene.name(), part.number))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut lines = Vec::new();
    let output = child.stdout.take().map(BufReader::new);
    for line in output.into_iter().flat_map(BufRead::lines) {
        let line = line?;
        job.replay(&line);
        lines.push(line);
    }
    let status = child.wait()?;
    if !status.success() {
        let text = format!("the child process failed: {status}");
        return Err(io::Error::other(text));
    }
    Ok(lines)
}
