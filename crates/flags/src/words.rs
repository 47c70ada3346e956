//! What a run says before and after.

use std::{
    borrow::Cow,
    io::{self, Write},
    time::Duration,
};

use lesson::output;
use serde::Serialize;

use crate::{
    Counts, Job, Report,
    args::Args,
    dest::Dest,
    program::{Program, Unit},
    progress::LISTED,
    report::Failure,
    server::{Delay, Delays, Server},
};

/// Writes `text` to standard output at once.
pub(crate) fn write(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says what is going to happen.
pub(crate) fn beginning(
    args: &Args,
    program: &Program,
    job: &Job,
) -> String {
    let (count, max_req) = (job.count(), job.max_req());
    let flags = if count == 1 { "flag" } else { "flags" };
    let how = match program.unit {
        Unit::Sequential => "one after the other".to_owned(),
        Unit::Thread => {
            format!(
                "{max_req} at once, each on a thread that waits"
            )
        }
        Unit::Task => format!(
            "{max_req} at once, by tasks on one thread \
             (tokio, current-thread)"
        ),
    };
    let to = if program.saves {
        format!("to    {}\n", job.dest)
    } else {
        String::new()
    };
    let listed = if args.verbose || count <= LISTED {
        String::new()
    } else {
        format!("(more than {LISTED}: codes are not listed)\n")
    };
    let from = source(args, job);
    format!("{count} {flags}, {how}\n{from}{to}{listed}")
}

/// Says where flags come from.
pub(crate) fn source(args: &Args, job: &Job) -> String {
    let inside = match args.server() {
        Server::Inside(kind) => {
            let delay = args.delay().unwrap_or(Delay::NONE);
            let percent = kind.usual_error_rate() * 100.0;
            let errors = if percent > 0.0 {
                format!(", {percent:.0} % errors")
            } else {
                String::new()
            };
            let seed = args.seed();
            format!(
                "      a server inside this program: delay \
                 {delay}{errors}, seed {seed}\n"
            )
        }
        Server::Outside(_) => String::new(),
    };
    format!("from  {}\n{inside}", job.site)
}

/// Says what the run came to; `delays` are the server's, where it
/// is known. Failures that were told already are not told again.
pub(crate) fn end(
    job: &Job,
    report: &Report,
    wall: Duration,
    delays: Option<Delays>,
    told: bool,
) -> String {
    let mut text = String::new();
    let failures = report.failures();
    let counts = report.counts();
    if !told {
        for Failure { cc, error } in &failures {
            text += &format!("error for {cc}: {error}\n");
        }
        let untold = counts.error - failures.len();
        if untold > 0 {
            text += &format!("and {untold} more errors\n");
        }
    }
    text += &counted(counts, wall, told);
    if let Some(delays) = delays
        && delays.answers == job.count() as u64
    {
        text += &waiting(job, delays);
    }
    text
}

/// Says that this is a debug build, if it is one.
pub(crate) fn notice() -> String {
    output::debug_notice()
        .map_or(String::new(), |it| format!("{it}\n"))
}

/// Says how many downloads ended how, and explains the marks that
/// stand behind codes, unless there were none.
fn counted(counts: Counts, wall: Duration, told: bool) -> String {
    let Counts { ok, not_found, error } = counts;
    let marked =
        |count, mark| if count > 0 && !told { mark } else { "" };
    format!(
        "{ok} downloaded, {not_found} not found{}, \
         {error} failed{}, in {:.2} s\n",
        marked(not_found, " (CC?)"),
        marked(error, " (CC!)"),
        wall.as_secs_f64()
    )
}

/// Says what the server's delays add up to, one after the other
/// and, roughly, as many at once as there were.
fn waiting(job: &Job, delays: Delays) -> String {
    let max_req = job.max_req();
    let each = delays.mean.as_millis();
    let all = delays.mean.as_secs_f64() * job.count() as f64;
    let at_once = if max_req > 1 {
        let share = all / max_req as f64;
        let about = share.max(delays.p99.as_secs_f64());
        format!(", about {about:.2} s with {max_req} at once")
    } else {
        String::new()
    };
    format!(
        "delays: {each} ms on average, {all:.2} s in all{at_once}\n"
    )
}

/// The report as one JSON object.
#[derive(Serialize)]
struct Summary<'a> {
    version: &'a str,
    asked: usize,
    #[serde(flatten)]
    counts: Counts,
    wall_s: f64,
    dest: Option<Cow<'a, str>>,
    failures: Vec<Failure>,
}

/// Returns the report as one JSON object, on a line of its own.
pub(crate) fn json(
    version: &str,
    job: &Job,
    report: &Report,
    wall: Duration,
) -> serde_json::Result<String> {
    let summary = Summary {
        version,
        asked: job.count(),
        counts: report.counts(),
        wall_s: wall.as_secs_f64(),
        dest: match &job.dest {
            Dest::Folder(folder) => Some(folder.to_string_lossy()),
            Dest::Nowhere => None,
        },
        failures: report.failures(),
    };
    Ok(serde_json::to_string(&summary)? + "\n")
}
