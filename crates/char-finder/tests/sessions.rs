//! What a client sees of a server, in both halves.

mod support;

use support::{BOTH, connect, in_time, name, start};

#[test]
fn two_clients_at_once_get_their_own_answers() {
    for unit in BOTH {
        in_time("two clients", move || {
            let server = start(unit, 10, 2);
            let (mut a, mut b) =
                (connect(&server), connect(&server));
            a.send(b"snail\n").expect("a server");
            b.send(b"peacock\n").expect("a server");
            // Whoever asked last reads first.
            for (client, wanted) in
                [(&mut b, "PEACOCK"), (&mut a, "SNAIL")]
            {
                let lines = client.answer().expect("an answer");
                assert_eq!(name(&lines[0]), wanted, "{unit}");
                assert_eq!(lines[1..], ["1 character"]);
            }
            assert_eq!(server.finder.counts().peak, 2);
        });
    }
}

#[test]
fn a_client_in_the_middle_of_a_word_keeps_no_other_waiting() {
    for unit in BOTH {
        in_time("a slow client", move || {
            let server = start(unit, 10, 40);
            let slow = |_| {
                let mut client = connect(&server);
                client.send(b"sna").expect("a server");
                client
            };
            let mut slow = (0..30).map(slow).collect::<Vec<_>>();
            let mut quick = connect(&server);
            for _ in 0..3 {
                let lines = quick.ask("peacock").expect("a server");
                assert_eq!(name(&lines[0]), "PEACOCK", "{unit}");
            }
            for client in &mut slow {
                let lines = client.ask("il").expect("a server");
                assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
            }
        });
    }
}

#[test]
fn threads_answer_by_many_and_tasks_by_one() {
    for (unit, threads) in BOTH.into_iter().zip([3, 1]) {
        in_time("three clients", move || {
            let server = start(unit, 10, 3);
            let clients = [0; 3].map(|_| connect(&server));
            for mut client in clients {
                client.ask("snail").expect("an answer");
            }
            let counts = server.finder.counts();
            assert_eq!(counts.answers, 3, "{unit}");
            assert_eq!(counts.threads, threads, "{unit}");
        });
    }
}

#[test]
fn a_control_character_closes_the_session() {
    for unit in BOTH {
        in_time("a control character", move || {
            let server = start(unit, 10, 1);
            for line in
                ["\x04\n", "sn\x1bail\r\n", "\0", "\u{85}x\n"]
            {
                let mut client = connect(&server);
                client.send(line.as_bytes()).expect("a server");
                client.end_input().expect("a server");
                assert_eq!(client.line().expect("a line"), "Bye.");
                assert_eq!(client.line().expect("the end"), "");
            }
            assert_eq!(server.finder.counts().answers, 0);
        });
    }
}

#[test]
fn the_end_of_input_closes_the_session() {
    for unit in BOTH {
        in_time("the end of input", move || {
            let server = start(unit, 10, 1);
            let mut client = connect(&server);
            client.end_input().expect("a server");
            assert_eq!(client.line().expect("a line"), "Bye.");
            assert_eq!(client.line().expect("the end"), "");
        });
    }
}

#[test]
fn a_last_line_without_an_end_is_answered() {
    for unit in BOTH {
        in_time("an unfinished line", move || {
            let server = start(unit, 10, 1);
            let mut client = connect(&server);
            client.send(b"snail").expect("a server");
            client.end_input().expect("a server");
            let lines = client.answer().expect("an answer");
            assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
            assert_eq!(client.line().expect("a line"), "Bye.");
        });
    }
}

#[test]
fn a_long_line_is_refused_once_and_the_session_goes_on() {
    for unit in BOTH {
        in_time("a long line", move || {
            let server = start(unit, 10, 1);
            let mut client = connect(&server);
            for bytes in [256, 257, 512, 2000] {
                let line = "x".repeat(bytes);
                let lines = client.ask(&line).expect("an answer");
                let wanted =
                    "This line is too long: at most 256 bytes.";
                assert_eq!(lines, [wanted], "{unit}, {bytes}");
                let lines = client.ask("snail").expect("an answer");
                assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
            }
            let lines = client.ask(&"x".repeat(255));
            let lines = lines.expect("an answer");
            assert!(lines[0].starts_with("no name"), "{lines:?}");
            // The end of a long line is no query either.
            client.send(&[b'x'; 300]).expect("a server");
            client.end_input().expect("a server");
            let lines = [0; 3].map(|_| client.line().ok());
            let [long, bye, end] =
                lines.map(Option::unwrap_or_default);
            assert!(long.contains("too long"), "{unit}: {long}");
            assert_eq!([bye.as_str(), &end], ["Bye.", ""]);
        });
    }
}

#[test]
fn what_is_not_utf_8_is_told_so_and_the_session_goes_on() {
    for unit in BOTH {
        in_time("no UTF-8", move || {
            let server = start(unit, 10, 1);
            let mut client = connect(&server);
            client.send(b"caf\xe9\n").expect("a server");
            let lines = client.answer().expect("an answer");
            assert_eq!(lines, ["This is not UTF-8."], "{unit}");
            let lines = client.ask("snail").expect("an answer");
            assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
        });
    }
}

#[test]
fn an_answer_shows_some_characters_and_counts_them_all() {
    for unit in BOTH {
        in_time("a long answer", move || {
            let server = start(unit, 3, 1);
            let mut client = connect(&server);
            let lines = client.ask("rook chess").expect("a server");
            assert_eq!(lines.len(), 4, "{lines:?}");
            assert_eq!(name(&lines[0]), "WHITE CHESS ROOK");
            let wanted = "18 characters, the first 3 are shown";
            assert_eq!(lines[3], wanted, "{unit}");
        });
    }
}
