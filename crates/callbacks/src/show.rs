//! Runs a step, and says what was seen.

use std::{process::ExitCode, time::Duration};

use flags::{Code, Counts, DownloadStatus, Setup, Unit};
use lesson::{exit, output, say};

use crate::{
    Error, Flag, Log, Row, hell::cost, row, scheduled::Scheduled,
    twice::Calls, witness::Witness,
};

mod intro;
mod sentence;
mod tasks;
mod threads;

pub use tasks::show_tasks;
pub use threads::show_threads;

/// What all steps need.
struct Stand {
    setup: Setup,
    unit: Unit,
    log: Log,
    counts: Counts,
}

/// Above three stages on a callback API.
const AWAITED: &str = "Callbacks that are waited for:";

/// Above three stages for those who have a callback.
const CALLED: &str = "Code that waits, and calls back:";

/// What came of three stages, as often as anything came.
type Ends = Vec<Result<Flag, Error>>;

/// A form of three stages, and what to run it on.
type Form<'a, T> = (&'static str, &'a dyn Fn(T) -> Ends);

impl Stand {
    /// Says what the step is about.
    fn begin(unit: Unit, setup: Setup) -> Self {
        say!("{}\n", intro::of(unit, &setup));
        let log = match setup.step.name {
            "error" | "scheduled" | "twice" => Log::silent(),
            "adapters" => Log::shown(Row::with_threads),
            _ => Log::shown(Row::with_beats),
        };
        Self { setup, unit, log, counts: Counts::default() }
    }

    /// How often a heart beats: at most once a millisecond.
    fn heartbeat(&self) -> Duration {
        let every = self.setup.args.duration("heartbeat");
        every.max(Duration::from_millis(1))
    }

    /// The first of the codes, for steps that need only one.
    fn first(&self) -> Code {
        self.setup.args.codes()[0]
    }

    fn witness(&self) -> Witness<'_> {
        let server = self.setup.server.as_deref();
        Witness { server, log: &self.log }
    }

    /// Runs three stages for each code, one after the other.
    fn each(&mut self, run: impl Fn(Code) -> Result<Flag, Error>) {
        say!("{}", row::WITH_BEATS);
        while let Some(code) = self.setup.job.take() {
            self.told(code, &run(code));
        }
        if self.setup.step.name == "hell" {
            say!("three_stages, as it is written:");
            for form in &cost::FORMS {
                say!("{:20}{}", form.name, form.cost());
            }
        }
        self.end(sentence::waited(&self.log.rows()));
    }

    /// Says what came of three stages, and counts it.
    fn told(&mut self, code: Code, flag: &Result<Flag, Error>) {
        let (count, text) = match flag {
            Ok(flag) => (&mut self.counts.ok, flag.to_string()),
            Err(error) => {
                let text = error.chain();
                let count = match error.status() {
                    DownloadStatus::NotFound => {
                        &mut self.counts.not_found
                    }
                    _ => &mut self.counts.error,
                };
                (count, format!("error for {code}: {text}"))
            }
        };
        *count += 1;
        say!("{text}");
    }

    /// Shows what becomes of an error at the second stage; after
    /// it, nobody should ask for the flag.
    fn error(&self, forms: &[Form<'_, ()>]) {
        say!("form                       flags  what comes of it");
        let mut seen = Vec::new();
        for (name, run) in forms {
            let before = self.witness().flags();
            let ends = run(());
            let flags = self.witness().flags() - before;
            say!("{name:27}{flags:>5}  {}", sentence::ends(&ends));
            seen.push((flags, ends));
        }
        self.end(sentence::error(self.witness().name(), &seen));
    }

    /// Looks what makes requests.
    fn scheduled(&self, show: impl FnOnce(&mut Scheduled<'_>)) {
        let patience = self.setup.args.duration("patience");
        let witness = self.witness();
        say!(
            "what is done                            new requests"
        );
        let requests = || witness.requests();
        let mut seen = Scheduled::new(&requests, patience, true);
        show(&mut seen);
        self.end(sentence::scheduled(witness.name(), seen.rows()));
    }

    /// Shows what each form makes of a callback that is called
    /// twice, or never.
    fn twice(&self, forms: &[Form<'_, Calls>]) {
        say!(
            "called   form                flags  what comes of it"
        );
        let mut seen = Vec::new();
        for (name, run) in forms {
            for calls in [Calls::Once, Calls::Twice, Calls::Never] {
                let before = self.witness().flags();
                let ends = run(calls);
                let flags = self.witness().flags() - before;
                let ends = sentence::ends(&ends);
                say!("{calls:9}{name:20}{flags:>5}  {ends}");
                seen.push((*name, calls, flags));
            }
        }
        self.end(sentence::twice(self.witness().name(), &seen));
    }

    /// Says how many ended how, and last, what was seen.
    fn end(&self, seen: String) {
        say!();
        let Counts { ok, not_found, error } = self.total();
        match (self.is_about_answers(), error) {
            (true, 0) => {}
            (true, error) => {
                let answers = match error {
                    1 => "1 answer was an error",
                    _ => &format!("{error} answers were errors"),
                };
                say!(
                    "{answers}, after which nothing more was \
                     asked for."
                );
            }
            _ => say!(
                "Flags: {ok} ok, {not_found} not found, {error} \
                 failed."
            ),
        }
        say!("{seen}");
        output::say_debug_notice();
    }

    /// What the exit code is about.
    fn total(&self) -> Counts {
        match self.is_about_answers() {
            true => self.log.counts(),
            false => self.counts,
        }
    }

    /// Where a flag that does not come is part of the show.
    fn is_about_answers(&self) -> bool {
        let step = self.setup.step.name;
        ["error", "scheduled", "twice"].contains(&step)
    }

    fn exit_code(&self) -> ExitCode {
        let Counts { ok, error, .. } = self.total();
        if error > 0 || ok == 0 {
            ExitCode::from(exit::SOME_FAILED)
        } else {
            ExitCode::SUCCESS
        }
    }
}
