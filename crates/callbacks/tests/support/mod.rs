//! What the tests of this crate share: the four forms of three
//! stages, each as a function.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use callbacks::{
    Error, Flag, Log, r#async,
    get::{Remote, Watched},
    hell, thread,
};
use clients::{asynchronous, blocking};
use flag_server::EmbeddedServer;
use flags::{
    Code, Job,
    dest::Dest,
    server::{Embedded, File, Kind, Wanted},
};
pub(crate) use testing::in_time;
use testing::{Canned, canned_server};

/// One of the four forms.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    /// What a report calls it.
    pub(crate) name: &'static str,
    run: fn(&Job, &Log, Code) -> Result<Flag, Error>,
}

/// All of them.
pub(crate) const FORMS: [Form; 4] = [
    Form {
        name: "nested callbacks",
        run: |job, log, code| {
            hell::on_this_thread(
                remote(job),
                log,
                HEARTBEAT,
                code,
                hell::thread::three_stages,
            )
        },
    },
    Form {
        name: "blocking",
        run: |job, log, code| {
            let (inner, log) = (remote(job), log.clone());
            thread::three_stages(&Watched { inner, log }, code)
        },
    },
    Form {
        name: "combinators",
        run: |job, log, code| {
            let (inner, log) = (remote_async(job), log.clone());
            let client = Watched { inner, log };
            run(hell::r#async::three_stages(&client, code))
        },
    },
    Form {
        name: "async/await",
        run: |job, log, code| {
            let (inner, log) = (remote_async(job), log.clone());
            let client = Watched { inner, log };
            run(r#async::three_stages(&client, code))
        },
    },
];

/// How often a heart beats where nobody looks at it.
pub(crate) const HEARTBEAT: Duration = Duration::from_millis(50);

impl Form {
    /// Runs three stages at the site `base`, for each of `codes`.
    ///
    /// # Panics
    ///
    /// If they are not done within the deadline, or panic.
    pub(crate) fn run(
        self,
        base: &str,
        codes: Vec<Code>,
    ) -> (Log, Vec<Result<Flag, Error>>) {
        let job = job(base);
        in_time(self.name, move || {
            let log = Log::silent();
            let run = |code| (self.run)(&job, &log, code);
            let ends = codes.into_iter().map(run).collect();
            (log, ends)
        })
    }

    /// Does so for one code.
    pub(crate) fn run_one(
        self,
        base: &str,
        code: &str,
    ) -> Result<Flag, Error> {
        let (_, mut ends) = self.run(base, vec![self::code(code)]);
        ends.pop().expect("one end")
    }
}

/// Returns the code in `text`.
pub(crate) fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

/// Makes a job that asks the site `base`.
pub(crate) fn job(base: &str) -> Job {
    let site = base.parse().expect("a site");
    let limit = Duration::from_secs(30);
    Job::new(vec![code("BR")], 1, 1, site, Dest::Nowhere, limit)
}

/// Returns the client that blocks, and its site.
pub(crate) fn remote(job: &Job) -> Remote<blocking::Client> {
    let client = blocking::Client::new(job);
    Remote { client, site: job.site.clone() }
}

/// Returns the client that is awaited, and its site.
pub(crate) fn remote_async(
    job: &Job,
) -> Remote<asynchronous::Client> {
    let client = asynchronous::Client::new(job);
    Remote { client, site: job.site.clone() }
}

/// Runs `work` on a current-thread runtime.
pub(crate) fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime starts").block_on(work)
}

/// Starts a flag server that answers at once.
pub(crate) fn server(kind: Kind) -> EmbeddedServer {
    let delay = Some("0".parse().expect("a delay"));
    let codes = vec![code("BR")];
    let wanted = Wanted { kind, delay, seed: 7, codes };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

/// Returns what a server was asked for, in order.
pub(crate) fn files(server: &EmbeddedServer) -> Vec<File> {
    server.visits().into_iter().map(|it| it.file).collect()
}

/// Returns what three stages for `code` ask for.
pub(crate) fn all_three(code: Code) -> [File; 3] {
    [File::Index, File::Metadata(code), File::Flag(code)]
}

/// The smallest thing that passes for an image.
pub(crate) const IMAGE: &[u8] = b"GIF89a and so on;";

/// The paths that a canned server was asked for.
pub(crate) type Paths = Arc<Mutex<Vec<String>>>;

/// Starts a server with the flag of Brazil, which answers what
/// ends with `path` by `instead`.
pub(crate) fn canned(
    path: &'static str,
    instead: Canned,
) -> (String, Paths) {
    let paths = Paths::default();
    let noted = paths.clone();
    let base = canned_server(move |asked| {
        noted.lock().expect("no panic").push(asked.to_owned());
        let json = "application/json";
        match asked.rsplit('/').next() {
            Some(end) if end == path => instead.clone(),
            Some("index.json") => Canned::ok(json, r#"["BR"]"#),
            Some("metadata.json") => Canned::ok(
                json,
                r#"{"iso_cc": "BR", "country": "Brazil"}"#,
            ),
            Some("br.gif") => Canned::ok("image/gif", IMAGE),
            _ => Canned::status(404),
        }
    });
    (base, paths)
}

/// The last parts of the paths of the three stages for Brazil.
pub(crate) const PATHS: [&str; 3] =
    ["index.json", "metadata.json", "br.gif"];

/// Returns the last parts of the paths that were asked for.
pub(crate) fn asked(paths: &Paths) -> Vec<String> {
    let paths = paths.lock().expect("no panic");
    let last = |path: &String| {
        path.rsplit('/').next().unwrap_or(path).to_owned()
    };
    paths.iter().map(last).collect()
}
