//! A server that fails in every way there is spoils no download
//! but the one it fails.

mod support;

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    thread,
    time::Duration,
};

use flags::report::Failure;
use support::{VERSIONS, codes, files, job};

/// The smallest thing that passes for an image.
const IMAGE: &[u8] = b"GIF89a and so on;";

/// A code, and what the server does wrong when asked for it.
type Fault = (&'static str, fn(&mut TcpStream));

/// All that the server does wrong; it serves all other codes.
const FAULTS: &[Fault] = &[
    ("bc", |stream| {
        // Leaves without a word.
        close(stream);
    }),
    ("bd", |stream| {
        // Stalls before the answer.
        wait_until_closed(stream);
    }),
    ("be", |stream| {
        // Stalls within the answer.
        head(stream, "content-length: 100");
        stream.write_all(b"GIF89a").ok();
        wait_until_closed(stream);
    }),
    ("bf", |stream| {
        // Says how long it is, and ends before.
        head(stream, "content-length: 100");
        stream.write_all(IMAGE).ok();
        close(stream);
    }),
    ("bg", |stream| {
        // Says how long it is, and goes on.
        head(stream, "content-length: 10");
        stream.write_all(IMAGE).ok();
    }),
    ("bh", |stream| {
        // Never ends, and does not say how long it is.
        head(stream, "transfer-encoding: chunked");
        while stream.write_all(b"6\r\nGIF89a\r\n").is_ok() {}
    }),
    ("bi", |stream| {
        // Never ends, and says so.
        head(stream, "content-length: 999999999999");
        while stream.write_all(IMAGE).is_ok() {}
    }),
    ("bj", |stream| {
        // Sends header fields for ever.
        stream.write_all(b"HTTP/1.1 200 OK\r\n").ok();
        while stream.write_all(b"more: of it\r\n").is_ok() {}
    }),
    ("bk", |stream| {
        // Does not speak HTTP.
        stream.write_all(b"What flag?\r\n\r\n").ok();
        close(stream);
    }),
    ("bl", |stream| {
        // Sends no image.
        head(stream, "content-length: 5");
        stream.write_all(b"Sorry").ok();
    }),
    ("bm", |stream| {
        // Refuses.
        let refusal = b"HTTP/1.1 418 I'm a teapot\r\n\
                        content-length: 0\r\n\r\n";
        stream.write_all(refusal).ok();
    }),
];

fn head(stream: &mut TcpStream, length: &str) {
    write!(stream, "HTTP/1.1 200 OK\r\n{length}\r\n\r\n").ok();
}

fn close(stream: &mut TcpStream) {
    stream.shutdown(std::net::Shutdown::Both).ok();
}

fn wait_until_closed(stream: &mut TcpStream) {
    stream.read_exact(&mut [0]).ok();
}

/// Starts the server and returns its base address.
fn bad_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("has an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(stream));
        }
    });
    format!("http://{address}/flags")
}

fn serve(mut stream: TcpStream) {
    let reader = stream.try_clone().expect("a second handle");
    let mut lines = BufReader::new(reader).lines();
    while let Some(Ok(request)) = lines.next() {
        while lines.next().is_some_and(|line| {
            line.is_ok_and(|line| !line.is_empty())
        }) {}
        let code = &request["GET /flags/".len()..][..2];
        let fault = FAULTS.iter().find(|(bad, _)| *bad == code);
        if let Some((_, fault)) = fault {
            fault(&mut stream);
        } else if code == "zz" {
            let refusal = b"HTTP/1.1 404 Not Found\r\n\
                            content-length: 0\r\n\r\n";
            stream.write_all(refusal).ok();
        } else {
            let size = IMAGE.len();
            head(&mut stream, &format!("content-length: {size}"));
            stream.write_all(IMAGE).ok();
        }
    }
}

#[test]
fn each_fault_is_the_error_of_one_flag_and_of_no_other() {
    let base = bad_server();
    let bad: Vec<_> =
        FAULTS.iter().map(|(code, _)| *code).collect();
    let all = format!("ba {} bn bo bq br bs zz", bad.join(" bt "));
    for version in VERSIONS {
        let folder = tempfile::tempdir().expect("a folder");
        let timeout = Duration::from_millis(400);
        let job =
            job(&base, codes(&all), 2, folder.path(), timeout);
        let (counts, report) = version.run(job);
        let failed: Vec<String> = report
            .failures()
            .iter()
            .map(|failure| failure.cc.lower())
            .collect();
        let name = version.name;
        assert_eq!(failed, bad, "{name}: {:#?}", report.failures());
        assert_eq!(counts.not_found, 1, "{name}");
        assert_eq!(counts.ok, 16, "{name}");
        let expected = "ba bn bo bq br bs bt";
        let saved: Vec<String> = expected
            .split(' ')
            .map(|code| format!("{code}.gif"))
            .collect();
        assert_eq!(files(folder.path()), saved, "{name}");
    }
}

#[test]
fn a_refusal_is_told_by_its_code_and_its_reason() {
    let base = bad_server();
    for version in VERSIONS {
        let folder = tempfile::tempdir().expect("a folder");
        let timeout = Duration::from_secs(10);
        let job =
            job(&base, codes("bm"), 1, folder.path(), timeout);
        let (_, report) = version.run(job);
        let error = "418 I'm a teapot".to_owned();
        let cc = codes("BM")[0];
        assert_eq!(report.failures(), [Failure { cc, error }]);
    }
}

#[test]
fn an_unreachable_server_is_an_error_for_each_flag() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("has an address");
    drop(listener);
    let base = format!("http://{address}/flags");
    for version in VERSIONS {
        let folder = tempfile::tempdir().expect("a folder");
        let timeout = Duration::from_secs(10);
        let job =
            job(&base, codes("CN BR"), 2, folder.path(), timeout);
        let (counts, report) = version.run(job);
        assert_eq!((counts.ok, counts.error), (0, 2));
        let error = &report.failures()[0].error;
        let cause = error.to_lowercase();
        assert!(cause.contains("refused"), "{}", error);
    }
}

/// Answers one request on each connection, and leaves.
fn curt_server(goodbye: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("binds");
    let address = listener.local_addr().expect("has an address");
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let reader = stream.try_clone().expect("a handle");
            let mut lines = BufReader::new(reader).lines();
            while lines.next().is_some_and(|line| {
                line.is_ok_and(|line| !line.is_empty())
            }) {}
            let size = IMAGE.len();
            let length = format!("{goodbye}content-length: {size}");
            head(&mut stream, &length);
            stream.write_all(IMAGE).ok();
            close(&mut stream);
        }
    });
    format!("http://{address}/flags")
}

#[test]
fn a_server_that_leaves_after_each_answer_fails_no_flag() {
    for version in VERSIONS {
        let name = version.name;
        // The libraries cannot always tell a server that leaves
        // without a word; our own halves ask once more.
        let goodbyes: &[_] = match name.starts_with("raw") {
            true => &["", "Connection: Close\r\n"],
            false => &["Connection: Close\r\n"],
        };
        for goodbye in goodbyes {
            let base = curt_server(goodbye);
            let folder = tempfile::tempdir().expect("a folder");
            let timeout = Duration::from_secs(10);
            let codes = codes("BD BR CD CN DE");
            let job = job(&base, codes, 1, folder.path(), timeout);
            let (counts, report) = version.run(job);
            let failures = report.failures();
            assert_eq!(counts.ok, 5, "{name}: {failures:#?}");
        }
    }
}
