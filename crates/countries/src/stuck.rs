//! One permit, kept while a second one is waited for.
//!
//! A new variable of an old name does not end the old one: it
//! lives on unseen, and so does the permit in it. In Python, to
//! bind a name again lets go of what it stood for.

use std::{sync::Arc, time::Duration};

use flags::{Code, Job, Program, Setup, dest::Dest, server::Delay};
use lesson::say;

use crate::{Hold, Plan, trial, words};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod threads;
#[expect(unused_variables, reason = "the compiler sees it, too")]
pub mod wrong;

/// Fewer permits than downloads.
const DOWNLOADS: usize = 4;
const PERMITS: usize = 2;

/// As many requests, one after the other, may go by before a
/// download is complete.
const REQUESTS: u32 = 3;

/// How a version of this step downloads many flags.
pub type Many<'a> = dyn Fn(&Arc<Job>, Plan, Duration) -> Ends + 'a;

/// How many downloads came to an end, and how many did not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ends {
    /// Both requests were made.
    pub complete: usize,
    /// It got a permit too few.
    pub stuck: usize,
    /// How many permits were free when nothing more happened.
    pub free: usize,
}

impl Ends {
    /// Counts the end of one download.
    pub fn add(&mut self, is_complete: bool) {
        if is_complete {
            self.complete += 1;
        } else {
            self.stuck += 1;
        }
    }
}

/// Runs the right version and the wrong one, and says what was
/// seen.
pub(crate) fn show(
    program: &Program,
    setup: &Setup,
    [right, wrong]: [&Many<'_>; 2],
) -> anyhow::Result<()> {
    let codes = setup.args.codes();
    let codes = &codes[..codes.len().min(DOWNLOADS)];
    say!(
        "{}, {PERMITS} permits, {}",
        words::counted(codes.len(), "download"),
        words::who(program)
    );
    say!();
    say!("let permit = acquire(); flag; drop(permit);");
    say!("let permit = acquire(); metadata; drop(permit);");
    let done = run(setup, codes, right)?;
    say!();
    say!("let permit = acquire(); flag;");
    say!("let permit = acquire(); metadata; drop(permit);");
    let few = run(setup, codes, wrong)?;
    say!();
    say!(
        "Complete: {done} of {} if the first permit goes back \
         before the second is\nasked for, {few} if it does not: a \
         new `permit` does not end the old one.",
        codes.len()
    );
    Ok(())
}

/// Runs one version, says what was seen, and returns how many
/// downloads are complete.
fn run(
    setup: &Setup,
    codes: &[Code],
    many: &Many<'_>,
) -> anyhow::Result<usize> {
    let (units, permits) = (codes.len(), PERMITS);
    let (site, server) = trial::serve(setup, codes)?;
    let codes = codes.to_vec();
    let (dest, timeout) = (Dest::Nowhere, setup.args.timeout());
    let job = Job::new(codes, units, permits, site, dest, timeout);
    let hold = Hold::Each;
    let plan = Plan { hold, permits, units, work: None };
    let delay = setup.args.delay().unwrap_or(Delay::NONE).max;
    let patience =
        setup.args.duration("patience") + REQUESTS * delay;
    let Ends { complete, stuck, free } =
        many(&Arc::new(job), plan, patience);
    if let Some(server) = server {
        let requests = server.stats().requests;
        let of = 2 * units;
        say!("  the server saw {requests} of {of} requests");
    }
    say!("  {complete} downloads complete, {stuck} stuck");
    if stuck > 0 {
        let waited = patience.as_millis();
        say!(
            "  for {waited} ms nothing happened, with {free} of \
             {PERMITS} permits free; then main closed\n  the \
             semaphore: whoever waits for a permit gets an error"
        );
    }
    Ok(complete)
}
