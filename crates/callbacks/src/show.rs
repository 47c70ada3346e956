//! Runs a step, and says what was seen.

use std::process::ExitCode;

use flags::{Code, Counts, DownloadStatus, Setup, Unit};
use lesson::{exit, output, say};

use crate::{
    Error, Flag, Log, Row, hell::cost, row, scheduled::Scheduled,
    twice::Calls, witness::Witness,
};

mod tasks;
mod threads;
mod words;

pub use tasks::show_tasks;
pub use threads::show_threads;

/// What all steps need.
struct Stand {
    setup: Setup,
    log: Log,
    counts: Counts,
}

/// What came of three stages: each time that they came to an end.
type Ends = Vec<Result<Flag, Error>>;

/// A form of three stages, run once for each way of calling back.
type Form<'a> = (&'static str, &'a dyn Fn(Calls) -> Ends);

impl Stand {
    /// Says what the step is about.
    fn begin(unit: Unit, setup: Setup) -> Self {
        say!("{}\n", words::intro(unit, &setup));
        let log = match setup.step.name {
            "scheduled" | "twice" => Log::silent(),
            "adapters" => Log::shown(Row::with_threads),
            _ => Log::shown(Row::with_beats),
        };
        Self { setup, log, counts: Counts::default() }
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
        for code in self.setup.args.codes() {
            self.told(code, &run(code));
        }
        if self.setup.step.name == "hell" {
            say!("\n{}", words::COST);
            for form in &cost::FORMS {
                say!("{:20}{}", form.name, form.cost());
            }
        }
        say!("\n{}", words::waited(&self.log.rows()));
    }

    /// Says what came of three stages, and counts it.
    fn told(&mut self, code: Code, flag: &Result<Flag, Error>) {
        match flag {
            Ok(flag) => {
                self.counts.ok += 1;
                say!("{flag}");
            }
            Err(error) => {
                match error.status() {
                    DownloadStatus::NotFound => {
                        self.counts.not_found += 1;
                    }
                    _ => self.counts.error += 1,
                }
                say!("error for {code}: {}", error.chain());
            }
        }
    }

    /// Looks what makes requests.
    fn scheduled(&self, show: impl FnOnce(&mut Scheduled<'_>)) {
        let patience = self.setup.args.duration("patience");
        let witness = self.witness();
        say!("{}", words::DONE);
        let requests = || witness.requests();
        let mut seen = Scheduled::new(&requests, patience, true);
        show(&mut seen);
        let name = witness.name();
        say!("\n{}", words::scheduled(name, seen.rows()));
    }

    /// Shows what each form makes of a callback that is called
    /// twice, or never.
    fn twice(&self, forms: &[Form<'_>; 2]) {
        say!("{}", words::TWICE);
        let mut asked = Vec::new();
        for (name, run) in forms {
            for calls in [Calls::Once, Calls::Twice, Calls::Never] {
                let before = self.witness().flags();
                let ends = run(calls);
                let flags = self.witness().flags() - before;
                asked.push((*name, calls, flags));
                let ends = words::ends(&ends);
                say!("{calls:8}{name:20}{flags:>7}   {ends}");
            }
        }
        say!("\n{}", words::twice(&asked));
    }

    /// Says how the flags ended, and turns it into an exit code.
    fn end(self) -> ExitCode {
        let (what, counts) = match self.setup.step.name {
            // Where a flag that fails is part of the show.
            "scheduled" | "twice" => ("Answers", self.log.counts()),
            _ => ("Flags", self.counts),
        };
        say!("{}", words::counts(what, counts));
        output::say_debug_notice();
        if counts.error > 0 || counts.ok == 0 {
            ExitCode::from(exit::SOME_FAILED)
        } else {
            ExitCode::SUCCESS
        }
    }
}
