//! Running the benches, in rounds: each run of an id is a process
//! of its own.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use console::Term;
use lesson::say;

use crate::{
    criterion::{self, Measured},
    job::{Job, command, run},
    plan::{Plan, words},
};

/// How an id is sampled.
#[derive(Clone, Copy)]
enum Sampling {
    /// Criterion's own, ten samples or more.
    Samples,
    /// As few iterations as fill the time.
    Few,
}

/// Runs `jobs` round after round, as `plan` says, and returns what
/// each round measured.
///
/// # Errors
///
/// If a bench fails, or somebody interrupts.
pub(crate) fn rounds(
    jobs: &mut [Job<'_>],
    plan: Plan,
    folder: &Path,
) -> anyhow::Result<Vec<Vec<Measured>>> {
    let runner = Runner {
        plan,
        folder,
        start: Instant::now(),
        interrupted: interrupted()?,
    };
    if !plan.quick {
        runner.try_all(jobs)?;
    }
    let begun = Instant::now();
    let mut rounds = Vec::new();
    for round in 1..=plan.rounds {
        // Forward, backward: nobody always goes first.
        let order: Vec<&Job<'_>> = match round % 2 {
            1 => jobs.iter().collect(),
            _ => jobs.iter().rev().collect(),
        };
        let title = format!("round {round} of {}", plan.rounds);
        let measured = runner.round(&order, &title)?;
        let is_whole = measured.len() == jobs.len();
        if !measured.is_empty() {
            rounds.push(measured);
        }
        if !is_whole {
            let limit = words(plan.limit);
            say!(
                "{limit} have passed: round {round} was not \
                 finished."
            );
            break;
        }
        let left = (plan.rounds - round) as u32;
        let left = begun.elapsed() / round as u32 * left;
        if round == 1 && left > Duration::ZERO {
            let time = runner.start.elapsed();
            let left = left.min(plan.limit.saturating_sub(time));
            say!("The other rounds: about {}.", words(left));
        }
    }
    Ok(rounds)
}

struct Runner<'folder> {
    plan: Plan,
    folder: &'folder Path,
    start: Instant,
    interrupted: Arc<AtomicBool>,
}

impl Runner<'_> {
    /// Runs each of `jobs` for a moment: whether it runs at all,
    /// and whether it is slow, shows before an hour is lost.
    fn try_all(&self, jobs: &mut [Job<'_>]) -> anyhow::Result<()> {
        let count = jobs.len();
        for (number, job) in jobs.iter_mut().enumerate() {
            self.tell("trying all", number, count, &job.id);
            let run = self.run(job, Sampling::Few)?;
            let iteration =
                Duration::from_nanos(run.median_ns as u64);
            job.is_slow = self.plan.is_slow(iteration);
        }
        self.clear();
        Ok(())
    }

    /// Runs `jobs` until the time is over.
    fn round(
        &self,
        jobs: &[&Job<'_>],
        title: &str,
    ) -> anyhow::Result<Vec<Measured>> {
        let mut measured = Vec::new();
        for (number, job) in jobs.iter().enumerate() {
            if self.start.elapsed() > self.plan.limit {
                break;
            }
            self.tell(title, number, jobs.len(), &job.id);
            let sampling = if self.plan.quick || job.is_slow {
                Sampling::Few
            } else {
                Sampling::Samples
            };
            measured.push(self.run(job, sampling)?);
        }
        self.clear();
        Ok(measured)
    }

    fn run(
        &self,
        job: &Job<'_>,
        sampling: Sampling,
    ) -> anyhow::Result<Measured> {
        let home = tempfile::tempdir_in(self.folder)?;
        let Job { program, id, .. } = job;
        let seconds = |it: Duration| it.as_secs_f64().to_string();
        let mut command = command(program);
        command.env("CRITERION_HOME", home.path());
        command.args(["--exact", id, "--noplot"]);
        let measure = seconds(self.plan.measure);
        command.args(["--measurement-time", &measure]);
        match sampling {
            Sampling::Few => {
                command.arg("--quick");
            }
            Sampling::Samples => {
                let warm_up = seconds(self.plan.warm_up);
                command.args(["--warm-up-time", &warm_up]);
                command.args(["--nresamples", "1000"]);
            }
        }
        let output = run(&mut command, id);
        if self.interrupted.load(Ordering::Relaxed) {
            self.clear();
            bail!("somebody has interrupted");
        }
        let output = output.inspect_err(|_| self.clear())?;
        let measured = criterion::find(home.path())?.into_iter();
        let said = String::from_utf8_lossy(&output.stderr);
        measured.last().with_context(|| {
            self.clear();
            format!("{id} measured nothing: {}", said.trim())
        })
    }

    /// Tells on the terminal what is running.
    fn tell(
        &self,
        title: &str,
        number: usize,
        of: usize,
        id: &str,
    ) {
        let terminal = Term::stderr();
        if terminal.is_term() {
            let spent = words(self.start.elapsed());
            let line = format!(
                "{title}: {} of {of}, after {spent}: {id}",
                number + 1,
            );
            let width = usize::from(terminal.size().1);
            let line = console::truncate_str(&line, width - 1, "…");
            terminal.clear_line().ok();
            terminal.write_str(&line).ok();
        } else if number == 0 {
            eprintln!("{title}");
        }
    }

    fn clear(&self) {
        let terminal = Term::stderr();
        if terminal.is_term() {
            terminal.clear_line().ok();
        }
    }
}

/// Returns what tells that somebody has interrupted: the bench
/// that runs ends, and we keep what there was before.
fn interrupted() -> anyhow::Result<Arc<AtomicBool>> {
    let interrupted = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&interrupted);
    ctrlc::set_handler(move || flag.store(true, Ordering::Relaxed))
        .context("Ctrl-C cannot be listened for")?;
    Ok(interrupted)
}
