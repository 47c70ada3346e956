//! The search over HTTP, in both halves.

mod support;

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        mpsc::{self, Receiver, Sender},
    },
    thread,
};

use char_finder::{Finder, Unit, host, web};
use support::{BOTH, INDEX, in_time};

/// Tells the end to a server, by being dropped.
type Stop = Sender<()>;

/// Starts a server on a free port. One of both libraries does not
/// tell on which port it listens, and another program may take a
/// free one before it: then it tries again.
fn start(unit: Unit) -> (SocketAddr, Stop) {
    loop {
        let any = (Ipv4Addr::LOCALHOST, 0);
        let listener = TcpListener::bind(any).expect("a port");
        let address = listener.local_addr().expect("an address");
        drop(listener);
        let (ready, is_ready) = mpsc::channel();
        let (stop, stopped) = mpsc::channel();
        thread::spawn(move || {
            let end = serve(unit, address, &ready, stopped);
            if let Err(error) = end {
                ready.send(Err(error)).ok();
            }
        });
        match is_ready.recv().expect("it begins, or fails") {
            Ok(()) => return (address, stop),
            Err(error) => {
                assert_eq!(error.kind(), io::ErrorKind::AddrInUse);
            }
        }
    }
}

fn serve(
    unit: Unit,
    address: SocketAddr,
    ready: &Sender<io::Result<()>>,
    stopped: Receiver<()>,
) -> io::Result<()> {
    let index = Arc::clone(&INDEX);
    let finder = Arc::new(Finder::new(index, 10, 10));
    match unit {
        Unit::Thread => web::thread::serve(address, finder, || {
            ready.send(Ok(())).ok();
            stopped.recv().ok();
        }),
        Unit::Task => {
            let (stop, is_stopped) =
                tokio::sync::oneshot::channel();
            thread::spawn(move || {
                stopped.recv().ok();
                stop.send(()).ok();
            });
            let server =
                web::r#async::serve(address, finder, async {
                    ready.send(Ok(())).ok();
                    is_stopped.await.ok();
                });
            host::runtime()?.block_on(server)
        }
    }
}

/// Asks a server, and returns its whole answer.
fn ask(server: SocketAddr, request: &str) -> String {
    let mut stream = TcpStream::connect(server).expect("a server");
    let request = format!(
        "{request} HTTP/1.1\r\nhost: localhost\r\n\
         connection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).expect("a server");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

/// Returns status and content of an answer.
fn parts(answer: &str) -> (&str, &str) {
    let (head, body) =
        answer.split_once("\r\n\r\n").expect("a head");
    (head.split(' ').nth(1).expect("a status"), body)
}

#[test]
fn a_search_finds_characters_and_counts_them() {
    for unit in BOTH {
        in_time("a search", move || {
            let (server, _stop) = start(unit);
            let answer = ask(server, "GET /search?q=snail");
            let wanted = "1\nU+1F40C\t🐌\tSNAIL\n";
            assert_eq!(parts(&answer), ("200", wanted), "{unit}");
            for query in ["chess+rook", "chess%20rook"] {
                let request = format!("GET /search?q={query}");
                let answer = ask(server, &request);
                let (_, lines) = parts(&answer);
                assert!(lines.starts_with("18\n"), "{lines}");
                assert_eq!(lines.lines().count(), 19, "{unit}");
            }
            let answer = ask(server, "GET /search?q=letter");
            let (_, lines) = parts(&answer);
            assert_eq!(lines.lines().count(), 1 + web::LINES);
        });
    }
}

#[test]
fn the_page_comes_whole_and_asks_nobody_else() {
    for unit in BOTH {
        in_time("the page", move || {
            let (server, _stop) = start(unit);
            let answer = ask(server, "GET /");
            let (status, page) = parts(&answer);
            assert_eq!(status, "200", "{unit}");
            assert!(answer.contains("text/html; charset=utf-8"));
            assert!(page.trim_end().ends_with("</html>"), "{unit}");
            for elsewhere in ["http:", "https:", "src=", "@import"]
            {
                assert!(!page.contains(elsewhere), "{elsewhere}");
            }
        });
    }
}

#[test]
fn anything_else_is_not_here_or_not_allowed() {
    for unit in BOTH {
        in_time("other requests", move || {
            let (server, _stop) = start(unit);
            let answer = ask(server, "GET /other");
            assert_eq!(parts(&answer).0, "404", "{unit}");
            let answer = ask(server, "DELETE /");
            assert_eq!(parts(&answer).0, "405", "{unit}");
            assert!(answer.to_lowercase().contains("allow: get"));
        });
    }
}

#[test]
fn a_client_that_says_nothing_keeps_no_other_waiting() {
    for unit in BOTH {
        in_time("an idle connection", move || {
            let (server, _stop) = start(unit);
            let idle = [0; 5].map(|_| {
                let stream = TcpStream::connect(server);
                let mut stream = stream.expect("a server");
                stream.write_all(b"GET /sea").expect("a server");
                stream
            });
            let answer = ask(server, "GET /search?q=snail");
            assert_eq!(parts(&answer).0, "200", "{unit}");
            drop(idle);
        });
    }
}
