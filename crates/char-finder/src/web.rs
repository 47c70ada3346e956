//! Step `web`: the same search, for browsers.
//!
//! Neither half parses HTTP: on the thread side that is done by
//! `oxhttp`, which gives each connection a thread, on the async
//! side by hyper, under the same listener as the flag server's.
//! The two libraries differ by more than threads and tasks do: no
//! figures of this step are to be compared.
//!
//! Also, `oxhttp` has no call that stops it: its threads end with
//! the process, whatever they are doing.

use std::{fmt::Write, time::Duration};

use http::{
    HeaderValue, Method, Response, StatusCode, Uri,
    header::{ALLOW, CONTENT_TYPE},
};

use crate::Finder;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How many connections, and so threads, there may be at once.
pub const SEATS: usize = 100;

/// How many characters an answer shows.
pub const LINES: usize = 100;

/// How long a connection may keep its thread without a request.
pub const IDLE: Duration = Duration::from_secs(60);

/// How long an answer under way may take at the end.
pub const GRACE: Duration = Duration::from_secs(5);

const PLAIN: &str = "text/plain; charset=utf-8";
const HTML: &str = "text/html; charset=utf-8";
const PAGE: &str = include_str!("web/page.html");

/// Answers a request for the page, or for a search: then the first
/// line is the number of characters, and each other one a code
/// point, the character and its name, with tabs between them.
pub fn respond(
    finder: &Finder,
    method: &Method,
    uri: &Uri,
) -> Response<String> {
    let is_reading = matches!(*method, Method::GET | Method::HEAD);
    let (status, kind, text) = match uri.path() {
        _ if !is_reading => {
            (StatusCode::METHOD_NOT_ALLOWED, PLAIN, "".to_owned())
        }
        "/" => (StatusCode::OK, HTML, PAGE.to_owned()),
        "/search" => {
            let query = uri.query().unwrap_or_default();
            (StatusCode::OK, PLAIN, search(finder, query))
        }
        _ => {
            (StatusCode::NOT_FOUND, PLAIN, "not here\n".to_owned())
        }
    };
    let mut response = Response::new(text);
    *response.status_mut() = status;
    let kind = HeaderValue::from_static(kind);
    response.headers_mut().insert(CONTENT_TYPE, kind);
    if !is_reading {
        let allowed = HeaderValue::from_static("GET, HEAD");
        response.headers_mut().insert(ALLOW, allowed);
    }
    response
}

fn search(finder: &Finder, query: &str) -> String {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    let words = pairs.find(|(name, _)| name == "q");
    let words = words.map(|(_, words)| words);
    let found = finder.find(&words.unwrap_or_default());
    let mut text = format!("{}\n", found.count());
    for character in found.iter().take(LINES) {
        let code = character as u32;
        if let Some(name) = unicode_names2::name(character) {
            // Writing to a string cannot fail.
            writeln!(text, "U+{code:04X}\t{character}\t{name}")
                .ok();
        }
    }
    text
}
