//! One permit, kept while a second one is waited for.
//!
//! A new variable of an old name does not end the old one: it
//! lives on unseen, and so does the permit in it. In Python, to
//! bind a name again lets go of what it stood for.

use std::{sync::Arc, time::Duration};

use flags::{Code, Job, Program, Setup, dest::Dest, server::Delay};
use lesson::say;

use crate::{Hold, Plan, show, trial, words};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
pub mod threads;
#[expect(unused_variables, reason = "the compiler sees it, too")]
pub mod wrong;

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
    let plan = show::plan(program, setup, Hold::Both)?;
    say!(
        "{}, {}, {}",
        words::counted(codes.len(), "download"),
        words::counted(plan.permits, "permit"),
        words::who(program)
    );
    say!();
    say!("let permit = acquire(); flag; drop(permit);");
    say!("let permit = acquire(); metadata; drop(permit);");
    let right = run(setup, plan, &codes, right)?;
    say!();
    say!("let permit = acquire(); flag;");
    say!("let permit = acquire(); metadata; drop(permit);");
    let wrong = run(setup, plan, &codes, wrong)?;
    say!();
    say!("{}", verdict(right, wrong));
    Ok(())
}

/// Says what the ends of the right version and of the wrong one
/// tell; nothing of the wrong one if the right one had no time.
pub fn verdict(right: Ends, wrong: Ends) -> String {
    let count = right.complete + right.stuck;
    let (done, few) = (right.complete, wrong.complete);
    if right.stuck > 0 {
        "These runs tell nothing: the right version was not done \
         in time, either.\nGive it more --patience."
            .to_owned()
    } else if wrong.stuck == 0 {
        format!(
            "Complete: {count} of {count} both times: this time \
             there were permits enough for\nthose who kept one."
        )
    } else {
        format!(
            "Complete: {done} of {count} if the first permit goes \
             back before the second is\nasked for, {few} if it \
             does not: a new `permit` does not end the old one."
        )
    }
}

/// Runs one version, says what was seen, and returns how many
/// downloads came to an end.
fn run(
    setup: &Setup,
    plan: Plan,
    codes: &[Code],
    many: &Many<'_>,
) -> anyhow::Result<Ends> {
    let (count, permits) = (codes.len(), plan.permits);
    let (site, server) = trial::serve(setup, codes)?;
    let codes = codes.to_vec();
    let (dest, timeout) = (Dest::Nowhere, setup.args.timeout());
    let job = Job::new(codes, count, permits, site, dest, timeout);
    let delay = setup.args.delay().unwrap_or(Delay::NONE).max;
    // All requests may go by before the first is complete.
    let turns = (2 * count).div_ceil(permits);
    let asked = setup.args.duration("patience");
    let patience = asked + turns as u32 * delay;
    let ends = many(&Arc::new(job), plan, patience);
    if let Some(server) = server {
        let requests = server.stats().requests;
        let of = 2 * count;
        say!("  the server saw {requests} of {of} requests");
    }
    let Ends { complete, stuck, free } = ends;
    let downloads = words::counted(complete, "download");
    say!("  {downloads} complete, {stuck} stuck");
    if stuck > 0 {
        let [waited, asked, delay] =
            [patience, asked, delay].map(|it| it.as_millis());
        let permits = words::counted(permits, "permit");
        say!(
            "  for {waited} ms nothing happened (--patience \
             {asked} ms, {turns} delays of {delay} ms),\n  with \
             {free} of {permits} free; then main closed the \
             semaphore: whoever waits\n  for a permit gets an \
             error"
        );
    }
    Ok(ends)
}
