//! A client that takes nothing of its answer.

mod support;

use support::{BOTH, connect, in_time, start};

#[test]
fn a_client_that_takes_nothing_delays_the_end_for_a_while() {
    let ends = BOTH.map(|unit| {
        std::thread::spawn(move || {
            in_time("a client that takes nothing", move || {
                let server = start(unit, usize::MAX, 1);
                let finder = server.finder.clone();
                let mut client = connect(&server);
                client.send(b"-\n").expect("a server");
                client.line().expect("a line");
                server.shutdown();
                assert_eq!(finder.counts().clients, 0, "{unit}");
                // It was here all the time.
                drop(client);
            });
        })
    });
    for end in ends {
        end.join().expect("both halves end");
    }
}
