//! Both clients make the same of the same answers.

use std::time::Duration;

use clients::{Answer, asynchronous, blocking};
use flags::{Code, Error, Job, dest::Dest, site::MAX_BYTES};
use testing::{Canned, canned_server, in_time};

const IMAGE: &[u8] = b"GIF89a and so on;";

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn job(base: &str) -> Job {
    let site = base.parse().expect("a site");
    let limit = Duration::from_secs(10);
    Job::new(vec![code("BR")], 1, 1, site, Dest::Nowhere, limit)
}

/// Returns what each client makes of `path` below `base`.
fn both(base: &str, path: &str) -> [Result<Answer, Error>; 2] {
    let (job, url) = (job(base), format!("{base}{path}"));
    in_time("the clients", move || {
        let blocking = blocking::Client::new(&job).get(&url);
        let client = asynchronous::Client::new(&job);
        [blocking, run(client.get(&url))]
    })
}

fn run<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime starts").block_on(work)
}

/// Answers by the last part of the path.
fn server() -> String {
    canned_server(|path| match path.rsplit('/').next() {
        Some("br.gif") => Canned::ok("image/gif", IMAGE),
        Some("cn.gif") => Canned::ok("image/gif", "no image"),
        Some("metadata.json") => {
            Canned::ok("application/json", "{}")
        }
        Some("large") => {
            Canned::ok("image/gif", vec![b'x'; MAX_BYTES + 1])
        }
        Some("teapot") => Canned::status(418),
        _ => Canned::status(404),
    })
}

#[test]
fn an_answer_comes_with_its_content_type() {
    let base = server();
    for answer in both(&base, "/br/metadata.json") {
        let answer = answer.expect("an answer");
        let content_type = answer.content_type.as_deref();
        assert_eq!(content_type, Some("application/json"));
        assert_eq!(answer.body, b"{}");
    }
}

#[test]
fn refusals_are_errors_of_their_kind() {
    let base = server();
    for answer in both(&base, "/nothing") {
        let error = answer.expect_err("a refusal");
        assert!(matches!(error, Error::NotFound), "{error}");
    }
    for answer in both(&base, "/teapot") {
        let error = answer.expect_err("a refusal");
        assert_eq!(error.to_string(), "418 I'm a teapot");
    }
}

#[test]
fn an_answer_beyond_the_limit_is_not_taken() {
    let base = server();
    for answer in both(&base, "/large") {
        let error = answer.expect_err("too much");
        assert!(matches!(error, Error::Transport(_)), "{error}");
    }
}

#[test]
fn a_flag_is_an_image_or_an_error() {
    let base = server();
    let job = job(&base);
    in_time("the clients", move || {
        let blocking = blocking::Client::new(&job);
        let asynchronous = asynchronous::Client::new(&job);
        let site = &job.site;
        let get = |code| {
            [
                blocking.get_flag(site, code),
                run(asynchronous.get_flag(site, code)),
            ]
        };
        for image in get(code("BR")) {
            assert_eq!(image.expect("an image"), IMAGE);
        }
        for image in get(code("CN")) {
            let error = image.expect_err("no image");
            assert!(matches!(error, Error::NotAFlag), "{error}");
        }
    });
}
