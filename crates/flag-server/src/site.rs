//! One site: from a request to its answer.

use std::{
    fmt,
    sync::atomic::{AtomicU64, Ordering},
    time::Instant,
};

use flags::{
    Code,
    server::{File, Kind, Visit},
};
use http::{Method, Request, StatusCode};
use tokio::time;

use crate::{
    Injection, Stats,
    answers::{self, Answer},
    assets::{self, Asset, CODES},
    index,
    stats::Counter,
};

/// One of the three sites, with its own delays, errors and counts.
pub struct Site {
    kind: Kind,
    injection: Injection,
    counter: Counter,
    /// How often each file was asked for. Only paths that could be
    /// a flag's have a place: whatever strangers ask for, this does
    /// not grow.
    attempts: [[AtomicU64; 2]; CODES],
    of_index: AtomicU64,
}

impl Site {
    /// Returns a site that was asked for nothing yet.
    pub fn new(kind: Kind, injection: Injection) -> Self {
        Self {
            kind,
            injection,
            counter: Counter::new(),
            attempts: [const { [const { AtomicU64::new(0) }; 2] };
                CODES],
            of_index: AtomicU64::new(0),
        }
    }

    /// Returns what the site did so far.
    pub fn stats(&self) -> Stats {
        self.counter.stats()
    }

    /// Returns the first thousand requests for files, in the order
    /// in which they arrived.
    pub fn visits(&self) -> Vec<Visit> {
        self.counter.visits()
    }

    /// Forgets the attempts, so that delays and errors are drawn as
    /// for the first ones again; counts stay.
    pub fn rewind(&self) {
        for attempts in self.attempts.as_flattened() {
            attempts.store(0, Ordering::Relaxed);
        }
        self.of_index.store(0, Ordering::Relaxed);
    }

    /// Answers a request.
    pub(crate) async fn answer<B>(
        &self,
        asks: Request<B>,
    ) -> Answer {
        match asks.uri().path() {
            "/flags" | "/flags/" => answers::redirect("/"),
            path if path.starts_with("/flags/") => {
                self.flag(&asks).await
            }
            _ if !is_reading(&asks) => {
                answers::method_not_allowed()
            }
            "/" => {
                let page = index::page(self.kind, &self.injection);
                answers::content("text/html; charset=utf-8", page)
            }
            "/stats" => {
                let stats = serde_json::to_vec(&self.stats())
                    .expect("numbers under names make an object");
                answers::content("application/json", stats)
            }
            "/healthz" => answers::content("text/plain", "ok\n"),
            _ => answers::status(StatusCode::NOT_FOUND),
        }
    }

    /// Answers a request for a flag: counted, delayed, and now and
    /// then with an error.
    async fn flag<B>(&self, request: &Request<B>) -> Answer {
        let path = request.uri().path();
        let file = parse(path);
        let in_flight = self.counter.begin(file);
        let attempt = file.map_or(0, |file| self.count(file));
        let intended = self.injection.delay(path, attempt);

        let began = Instant::now();
        if !intended.is_zero() {
            time::sleep(intended).await;
        }
        let delay = began.elapsed();

        let answer = if self.injection.is_error(path, attempt) {
            answers::status(StatusCode::IM_A_TEAPOT)
        } else if !is_reading(request) {
            answers::method_not_allowed()
        } else {
            find(file).map_or_else(
                || answers::status(StatusCode::NOT_FOUND),
                |asset| answers::file(asset, request.headers()),
            )
        };
        // Before hyper gets the answer: whoever has read it finds
        // it in the counts.
        in_flight.end(answer.status(), delay, intended);
        answer
    }

    /// Counts an attempt, and returns how many there were before.
    fn count(&self, file: File) -> u64 {
        let of = |code, content: usize| {
            &self.attempts[assets::number(code)][content]
        };
        let attempts = match file {
            File::Index => &self.of_index,
            File::Flag(code) => of(code, 0),
            File::Metadata(code) => of(code, 1),
        };
        attempts.fetch_add(1, Ordering::Relaxed)
    }
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Site")
            .field("kind", &self.kind)
            .field("injection", &self.injection)
            .finish_non_exhaustive()
    }
}

/// Reads which file a path names: `/flags/index.json`,
/// `/flags/br/br.gif` or `/flags/br/metadata.json`, in lower case.
fn parse(path: &str) -> Option<File> {
    let path = path.strip_prefix("/flags/")?;
    if path == "index.json" {
        return Some(File::Index);
    }
    let (cc, name) = path.split_once('/')?;
    let code: Code = cc.parse().ok()?;
    if cc != code.lower() {
        return None;
    }
    match name {
        "metadata.json" => Some(File::Metadata(code)),
        _ if name.strip_suffix(".gif") == Some(cc) => {
            Some(File::Flag(code))
        }
        _ => None,
    }
}

/// Finds the file, if there is such a country.
fn find(file: Option<File>) -> Option<&'static Asset> {
    Some(match file? {
        File::Index => assets::index(),
        File::Flag(code) => &assets::flag(code)?.gif,
        File::Metadata(code) => &assets::flag(code)?.metadata,
    })
}

/// Tells whether the client only wants to read.
fn is_reading<B>(request: &Request<B>) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}
