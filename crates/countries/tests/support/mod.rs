//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code)]

use std::{path::Path, sync::Arc, time::Duration};

use countries::{Book, Hold, Plan, many, runtime};
use flag_server::EmbeddedServer;
use flags::{
    Code, Counts, Job, Report,
    dest::Dest,
    server::{Delay, Kind, Wanted},
};
use testing::in_time;

/// The smallest thing that passes for an image.
pub(crate) const IMAGE: &[u8] = b"GIF89a and so on;";

/// One of the programs of this lesson.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Version {
    pub(crate) half: &'static str,
    pub(crate) hold: Hold,
}

/// All programs of this lesson.
pub(crate) fn versions() -> impl Iterator<Item = Version> {
    ["thread", "async"].into_iter().flat_map(|half| {
        Hold::ALL
            .into_iter()
            .map(move |hold| Version { half, hold })
    })
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) counts: Counts,
    /// The errors, as `BR: …`.
    pub(crate) errors: Vec<String>,
}

impl Version {
    /// Runs the program with so many units, and without work.
    ///
    /// # Panics
    ///
    /// If it is not done within the deadline, or panics.
    pub(crate) fn run(self, job: Job, units: usize) -> Seen {
        let (hold, permits) = (self.hold, job.max_req());
        let work = None;
        self.run_as(job, Plan { hold, permits, units, work })
    }

    pub(crate) fn run_as(self, job: Job, plan: Plan) -> Seen {
        in_time(&format!("{self:?}"), move || {
            let mut report = Report::silent();
            let mut book = Book::new(&mut report);
            let job = Arc::new(job);
            let counts = match self.half {
                "thread" => many::thread::download_many(
                    &job, plan, &mut book,
                ),
                _ => runtime().expect("it starts").block_on(
                    many::r#async::download_many(
                        &job, plan, &mut book,
                    ),
                ),
            };
            let errors = report.failures().into_iter();
            let errors = errors
                .map(|it| format!("{}: {}", it.cc, it.error))
                .collect();
            Seen { counts, errors }
        })
    }
}

/// Starts a server of this kind and delay.
pub(crate) fn server(
    kind: Kind,
    delay: &str,
    codes: Vec<Code>,
) -> EmbeddedServer {
    let delay: Delay = delay.parse().expect("a delay");
    let wanted =
        Wanted { kind, delay: Some(delay), seed: 7, codes };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

/// Returns the codes in `text`.
pub(crate) fn codes(text: &str) -> Vec<Code> {
    let code = |code: &str| code.parse().expect("a code");
    text.split_whitespace().map(code).collect()
}

/// Makes a job that saves into `folder`.
pub(crate) fn job(
    base: &str,
    codes: Vec<Code>,
    max_req: usize,
    folder: &Path,
) -> Job {
    let site = base.parse().expect("a base address");
    let dest = Dest::Folder(folder.to_owned());
    let (count, timeout) = (codes.len(), Duration::from_secs(30));
    Job::new(codes, count, max_req, site, dest, timeout)
}

/// Returns the names of the files in `folder`, sorted.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("it can be read").file_name())
        .map(|name| name.into_string().expect("in UTF-8"))
        .collect();
    names.sort();
    names
}
