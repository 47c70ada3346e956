//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{path::Path, sync::Arc, time::Duration};

use flags::{Code, Counts, Job, Report, dest::Dest};
pub(crate) use testing::{DEADLINE, Running, in_time};

/// One of the programs of this lesson.
#[derive(Clone, Copy)]
pub(crate) struct Version {
    /// What a report calls it.
    pub(crate) name: &'static str,
    run: fn(&Arc<Job>, &mut Report) -> Counts,
}

/// All programs of this lesson.
pub(crate) const VERSIONS: [Version; 7] = [
    Version {
        name: "sequential",
        run: |job, report| {
            download::sequential::download_many(job, report)
        },
    },
    Version {
        name: "thread",
        run: download::thread::download_many,
    },
    Version {
        name: "async",
        run: |job, report| {
            runtime().block_on(download::r#async::download_many(
                job, report,
            ))
        },
    },
    Version {
        name: "raw_thread",
        run: download::raw::thread::download_many,
    },
    Version {
        name: "raw_async",
        run: |job, report| {
            runtime().block_on(
                download::raw::r#async::download_many(job, report),
            )
        },
    },
    Version {
        name: "only_thread",
        run: |job, report| {
            download::only_thread::download_many(job, report)
        },
    },
    Version {
        name: "only_async",
        run: |job, report| {
            runtime().block_on(download::only_async::download_many(
                job, report,
            ))
        },
    },
];

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts")
}

impl Version {
    /// Runs the program and returns its counts and its report.
    ///
    /// # Panics
    ///
    /// If it is not done within the deadline, or panics.
    pub(crate) fn run(self, job: Job) -> (Counts, Report) {
        in_time(self.name, move || {
            let mut report = Report::silent();
            let counts = (self.run)(&Arc::new(job), &mut report);
            (counts, report)
        })
    }
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
    timeout: Duration,
) -> Job {
    let site = base.parse().expect("a base address");
    let dest = Dest::Folder(folder.to_owned());
    let count = codes.len();
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
