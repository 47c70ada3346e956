//! How a server ends.

mod support;

use std::path::Path;

use char_finder::{Client, shutdown};
use support::{BOTH, INDEX, connect, in_time, name, start};

const PROGRAMS: [&str; 2] = [
    env!("CARGO_BIN_EXE_char_finder_thread"),
    env!("CARGO_BIN_EXE_char_finder_async"),
];

#[test]
fn an_answer_under_way_is_finished_and_the_others_are_told() {
    for program in PROGRAMS {
        in_time("a graceful shutdown", move || {
            let mut end = shutdown::begin(Path::new(program), true)
                .expect("a server starts");
            let farewell = "The server shuts down. Bye.";
            assert_eq!(end.told, farewell, "{program}");
            assert!(!end.late_was_served, "{program}");
            // It cannot have ended: nobody reads its answer.
            let ended = end.server.has_ended();
            assert!(!ended.expect("a process"), "{program}");
            let got = end.read_on();
            assert_eq!(got.characters, INDEX.characters());
            assert_eq!(got.farewell, farewell, "{program}");
            let status = end.server.wait().expect("it ends");
            assert!(status.success(), "{program}");
        });
    }
}

#[test]
fn wrong_halves_end_in_the_middle_of_an_answer() {
    for program in PROGRAMS {
        in_time("a shutdown that waits for nobody", move || {
            let mut end =
                shutdown::begin(Path::new(program), false)
                    .expect("a server starts");
            end.server.wait().expect("it ends");
            let got = end.read_on();
            assert!(got.characters < INDEX.characters());
            assert_eq!(got.farewell, "", "{program}");
        });
    }
}

#[test]
fn after_the_shutdown_no_unit_is_left_and_nobody_listens() {
    for unit in BOTH {
        in_time("the end of all units", move || {
            let server = start(unit, 10, 20);
            let (address, finder) =
                (server.address, server.finder.clone());
            let clients = [0; 20].map(|_| connect(&server));
            assert_eq!(finder.counts().clients, 20);
            server.shutdown();
            assert_eq!(finder.counts().clients, 0, "{unit}");
            // Whoever listens there now, it is not this server.
            Client::connect(address).ok();
            assert_eq!(finder.counts().seated, 20, "{unit}");
            for mut client in clients {
                let line = client.line().expect("a farewell");
                assert_eq!(line, "The server shuts down. Bye.");
                assert_eq!(client.line().expect("the end"), "");
            }
        });
    }
}

#[test]
fn a_server_without_clients_ends_at_once() {
    for unit in BOTH {
        in_time("an idle server", move || {
            start(unit, 10, 1).shutdown();
        });
    }
}

#[test]
fn a_line_that_was_not_sent_whole_is_not_answered_at_the_end() {
    for unit in BOTH {
        in_time("half a line", move || {
            let server = start(unit, 10, 2);
            let finder = server.finder.clone();
            let mut client = connect(&server);
            client.send(b"snail\nsna").expect("a server");
            let lines = client.answer().expect("an answer");
            assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
            server.shutdown();
            let line = client.line().expect("a farewell");
            assert_eq!(line, "The server shuts down. Bye.");
            assert_eq!(finder.counts().answers, 1, "{unit}");
        });
    }
}
