//! As many clients as there are seats, and one more.

mod support;

use char_finder::Client;
use support::{BOTH, connect, in_time, name, start};

#[test]
fn a_client_at_the_limit_is_told_so_and_closed() {
    for unit in BOTH {
        in_time("a full server", move || {
            let server = start(unit, 10, 2);
            let [mut a, b] = [0; 2].map(|_| connect(&server));
            let mut c = Client::connect(server.address)
                .expect("it is let in to be told");
            let said = c.line().expect("a line");
            let wanted = "All 2 seats are taken. Come back later.";
            assert_eq!(said, wanted, "{unit}");
            assert_eq!(c.line().expect("the end"), "", "{unit}");
            // Those who have a seat are served as before.
            let lines = a.ask("snail").expect("an answer");
            assert_eq!(name(&lines[0]), "SNAIL", "{unit}");
            drop(b);
            let counts = server.finder.counts();
            assert_eq!((counts.peak, counts.refused), (2, 1));
        });
    }
}

#[test]
fn a_seat_is_free_when_its_client_has_left() {
    for unit in BOTH {
        in_time("a free seat", move || {
            let server = start(unit, 10, 1);
            for _ in 0..20 {
                let mut client = connect(&server);
                client.end_input().expect("a server");
                assert_eq!(client.line().expect("a line"), "Bye.");
                // The seat is given back before the connection.
                assert_eq!(client.line().expect("the end"), "");
            }
            let counts = server.finder.counts();
            assert_eq!((counts.seated, counts.refused), (20, 0));
        });
    }
}
