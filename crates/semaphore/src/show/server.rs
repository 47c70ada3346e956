//! Steps that run twice against the server inside, whose own count
//! is what is seen.

use std::{
    collections::BTreeSet, process, process::ExitCode, sync::Arc,
    time::Duration,
};

use flags::{
    Job, Report, Setup, report::Failure, server::Embedded,
};
use lesson::{exit, output, say};

use crate::rate::Arrivals;

/// Ends the process with wrong usage if a step of this kind was
/// chosen, and the server is not inside.
pub(super) fn check(setup: &Setup) {
    let counts = ["held", "rate"].contains(&setup.step.name);
    if counts && setup.server.is_none() {
        eprintln!(
            "error: this step shows what the server inside counts; \
             leave out --server, or say local, delay or error"
        );
        process::exit(exit::USAGE.into())
    }
}

/// Two runs against the server inside, one after the other.
pub(super) struct Twice {
    setup: Setup,
    server: Box<dyn Embedded>,
    /// How many requests it had seen before this run.
    before: usize,
    failures: BTreeSet<Failure>,
}

impl Twice {
    /// Takes the server of `setup`, which [`check`] has seen.
    pub(super) fn begin(mut setup: Setup) -> Self {
        let server = setup.server.take().expect("it is inside");
        let (count, max_req) =
            (setup.job.count(), setup.job.max_req());
        let flags = if count == 1 { "flag" } else { "flags" };
        say!("{count} {flags}, twice; allowed at once: {max_req}");
        say!("{}", setup.source().trim_end());
        Self { setup, server, before: 0, failures: BTreeSet::new() }
    }

    /// Returns what a run needs: the job, not begun, and a report
    /// that shows nothing. The server begins anew, too, so that
    /// both runs get the same answers.
    pub(super) fn again(&self) -> (Arc<Job>, Report) {
        self.server.rewind();
        let Setup { args, job, .. } = &self.setup;
        let job = Job::new(
            args.codes(),
            job.count(),
            job.max_req(),
            job.site.clone(),
            job.dest.clone(),
            job.timeout,
        );
        (Arc::new(job), Report::silent())
    }

    /// Says how many requests the server saw at once when permits
    /// were taken by `line`; of two runs, the one that is wrong is
    /// the second, since the server counts on.
    pub(super) fn peak(
        &mut self,
        line: &str,
        report: &Report,
    ) -> u64 {
        let peak = self.server.seen().peak_in_flight;
        let failed = self.failures(report);
        say!("{line:24}  {peak:3} at once at the most{failed}");
        peak
    }

    /// Says what is drawn in a `slot`.
    pub(super) fn slots(&self, slot: Duration) {
        say!("What arrives at the server, {slot:?} by {slot:?}:");
    }

    /// Draws when the requests of `what` arrived, `slot` by slot.
    pub(super) fn arrivals(
        &mut self,
        what: &str,
        report: &Report,
        slot: Duration,
    ) -> Arrivals {
        let visits = self.server.visits();
        let arrivals = Arrivals::of(&visits[self.before..]);
        self.before = visits.len();
        let failed = self.failures(report);
        say!("{what:17} {}{failed}", arrivals.drawn(slot));
        arrivals
    }

    fn failures(&mut self, report: &Report) -> String {
        self.failures.extend(report.failures());
        match report.counts().error {
            0 => String::new(),
            failed => format!(", {failed} failed"),
        }
    }

    /// Tells each failure, of whichever run, once.
    fn say_failures(&self) {
        for Failure { cc, error } in &self.failures {
            say!("error for {cc}: {error}");
        }
    }

    /// Says what was seen of the step `held`.
    pub(super) fn end_held(
        &self,
        right: u64,
        wrong: u64,
    ) -> anyhow::Result<ExitCode> {
        self.say_failures();
        let allowed = self.setup.job.max_req();
        say!(
            "{allowed} allowed; at the server at once: {right} \
             with permits held, {wrong} with none."
        );
        self.end()
    }

    /// Says what was seen of the step `rate`.
    pub(super) fn end_rate(
        &self,
        alone: &Arrivals,
        limited: &Arrivals,
        interval: Duration,
    ) -> anyhow::Result<ExitCode> {
        self.say_failures();
        let count = limited.count();
        let least = interval * count.saturating_sub(1) as u32;
        say!(
            "At one in {interval:?}, {count} take {:.2} s. They \
             came in {:.2} s; limited, in {:.2} s.",
            least.as_secs_f64(),
            alone.span().as_secs_f64(),
            limited.span().as_secs_f64(),
        );
        output::say_debug_notice();
        self.end()
    }

    fn end(&self) -> anyhow::Result<ExitCode> {
        self.setup.recording.end()?;
        Ok(if self.failures.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(exit::SOME_FAILED)
        })
    }
}
