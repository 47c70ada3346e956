//! What a run says before and after.

use std::time::Duration;

use lesson::output;
use serde::Serialize;

use crate::{
    Counts, Job, Report, args::Args, dest::Dest, report::Failure,
    run::Unit, server::Server,
};

/// Says what is going to happen.
pub(crate) fn beginning(
    args: &Args,
    unit: Unit,
    job: &Job,
) -> String {
    let (count, max_req) = (job.count(), job.max_req());
    let flags = if count == 1 { "flag" } else { "flags" };
    let how = match unit {
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
    let inside = match args.server() {
        Server::Inside(kind) => {
            let delay = args.delay().unwrap_or(kind.usual_delay());
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
    let Job { site, dest, .. } = job;
    format!(
        "{count} {flags}, {how}\n\
         from  {site}\n\
         {inside}\
         to    {dest}\n"
    )
}

/// Says what the run came to; `delay` is the server's, on average,
/// where it is known.
pub(crate) fn end(
    job: &Job,
    report: &Report,
    wall: Duration,
    delay: Option<Duration>,
) -> String {
    let mut text = String::new();
    let failures = report.failures();
    for Failure { cc, error } in &failures {
        text += &format!("error for {cc}: {error}\n");
    }
    let counts = report.counts();
    let untold = counts.error - failures.len();
    if untold > 0 {
        text += &format!("and {untold} errors more\n");
    }
    text += &counted(counts, wall);
    if let Some(delay) = delay {
        text += &waiting(job, delay);
    }
    if let Some(notice) = output::debug_notice() {
        text += &format!("{notice}\n");
    }
    text
}

/// Says how many downloads ended how.
fn counted(counts: Counts, wall: Duration) -> String {
    let Counts { ok, not_found, error } = counts;
    let marked = |count, mark| if count > 0 { mark } else { "" };
    format!(
        "{ok} downloaded, {not_found} not found{}, \
         {error} failed{}, in {:.2} s\n",
        marked(not_found, " (CC?)"),
        marked(error, " (CC!)"),
        wall.as_secs_f64()
    )
}

/// Says what the server's delays add up to, one after the other
/// and as many at once as there were.
fn waiting(job: &Job, delay: Duration) -> String {
    let (count, max_req) = (job.count(), job.max_req());
    let seconds = |rounds| delay.as_secs_f64() * rounds as f64;
    let at_once = if max_req > 1 {
        let best = seconds(count.div_ceil(max_req));
        format!("; {max_req} at once, to {best:.2} s")
    } else {
        String::new()
    };
    format!(
        "the server's delays, {:.0} ms on average, add up to \
         {:.2} s{at_once}\n",
        seconds(1) * 1000.0,
        seconds(count)
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
    dest: Option<&'a str>,
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
            Dest::Folder(folder) => folder.to_str(),
            Dest::Nowhere => None,
        },
        failures: report.failures(),
    };
    Ok(serde_json::to_string(&summary)? + "\n")
}
