//! Runs a step and tells what was seen.

use std::{env, fmt, io};

use lesson::{Args, output, say};

use crate::{
    Plan, Seen, Unit, r#async, blocking, delay, exit, guard, intro,
    lost, refuse, runtime, seen, shield, thread, ways,
};

/// Runs a step of the thread half.
///
/// # Errors
///
/// If the system refuses a process or a connection to itself.
pub fn threads(args: &Args) -> io::Result<()> {
    let plan = begin(Unit::Thread, args);
    match args.step.name {
        "ways" => end(ways::summary(&ways::thread::all(&plan)?)),
        "exit" => end(exit::both(&plan, &env::current_exe()?)?),
        "lost" => {
            let program = env::current_exe()?;
            end(lost::of_threads(&plan, &program)?);
        }
        "delay" => end(delay::thread::supervisor(&plan)),
        "shield" => end(shield::thread::supervisor(&plan)),
        "refuse" => end(refuse::thread::supervisor(&plan)),
        "guard" => end(Versions::of(
            || guard::thread::supervisor(&plan),
            || guard::early::wrong::supervisor(&plan),
        )),
        "blocking" => end(blocking::thread::all(&plan)?),
        _ => end(thread::supervisor(&plan)),
    }
    Ok(())
}

/// Runs a step of the async half.
///
/// # Errors
///
/// If the system refuses a process, a runtime or a connection to
/// itself.
pub fn tasks(args: &Args) -> io::Result<()> {
    let plan = begin(Unit::Task, args);
    let main = runtime()?;
    match args.step.name {
        "ways" => {
            let ways = main.block_on(ways::r#async::all(&plan))?;
            end(ways::summary(&ways));
        }
        "exit" => end(exit::both(&plan, &env::current_exe()?)?),
        "lost" => end(lost::of_futures(&plan)?),
        "delay" => end(Versions::of(
            || main.block_on(delay::r#async::supervisor(&plan)),
            || main.block_on(delay::wrong::supervisor(&plan)),
        )),
        "shield" => end(Versions::of(
            || main.block_on(shield::r#async::supervisor(&plan)),
            || main.block_on(shield::wrong::supervisor(&plan)),
        )),
        "refuse" => {
            end(main.block_on(refuse::r#async::supervisor(&plan)));
        }
        "guard" => end(Versions::of(
            || main.block_on(guard::r#async::supervisor(&plan)),
            || main.block_on(guard::wrong::supervisor(&plan)),
        )),
        "blocking" => end(blocking::r#async::all(&plan)?),
        _ => end(main.block_on(r#async::supervisor(&plan))),
    }
    Ok(())
}

/// What was seen of a right version and of a wrong one.
struct Versions {
    right: Seen,
    wrong: Seen,
}

impl Versions {
    fn of(
        right: impl FnOnce() -> Seen,
        wrong: impl FnOnce() -> Seen,
    ) -> Self {
        say!("right:");
        let right = right();
        say!("wrong:");
        let wrong = wrong();
        Self { right, wrong }
    }
}

impl fmt::Display for Versions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let told = |seen: &Seen| {
            let Seen { stopped_in, audit } = seen;
            let time = seen::Millis(*stopped_in);
            format!("{} lost, stopped in {time}", audit.lost.len())
        };
        let [right, wrong] = [&self.right, &self.wrong].map(told);
        write!(f, "Right: {right}. Wrong: {wrong}.")
    }
}

fn begin(unit: Unit, args: &Args) -> Plan {
    let plan = Plan::new(unit, args);
    say!("{}", intro::text(args.step.name, &plan));
    plan
}

fn end(seen: impl fmt::Display) {
    say!("\n{seen}");
    if let Some(notice) = output::debug_notice() {
        say!("{notice}");
    }
}
