//! Each world's own form of the server does what the pair does.

mod support;

use std::{
    net::{SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
        mpsc,
    },
    thread,
};

use char_finder::{
    Client, Finder, Unit, host::runtime, only_async, only_thread,
};
use support::{BOTH, INDEX, in_time, name};
use tokio_util::sync::CancellationToken;

/// What a client says and sees; then it stops the server, by the
/// function that it is handed, and looks on.
type Visit = fn(SocketAddr, &dyn Fn());

/// Has a client pay `visit` to the server of `unit`, which has so
/// many seats, and waits until the server has ended.
fn serve(unit: Unit, seats: usize, visit: Visit) {
    let finder =
        Arc::new(Finder::new(Arc::clone(&INDEX), 10, seats));
    let its_finder = Arc::clone(&finder);
    match unit {
        Unit::Thread => in_time("threads alone", move || {
            let listener = TcpListener::bind("127.0.0.1:0");
            let listener = listener.expect("a port");
            let address = listener.local_addr().expect("its own");
            let stop = AtomicBool::new(false);
            thread::scope(|scope| {
                let serving = scope.spawn(|| {
                    only_thread::serve(listener, &its_finder, &stop)
                });
                visit(address, &|| stop.store(true, SeqCst));
                let end =
                    serving.join().expect("it does not panic");
                end.expect("it looks at the flag");
            });
        }),
        Unit::Task => in_time("tasks alone", move || {
            let stop = CancellationToken::new();
            let its_stop = stop.clone();
            let (sender, address) = mpsc::channel();
            let serving = thread::spawn(move || {
                runtime().expect("a runtime").block_on(async {
                    let any = "127.0.0.1:0";
                    let listener =
                        tokio::net::TcpListener::bind(any).await;
                    let listener = listener.expect("a port");
                    let address = listener.local_addr();
                    sender.send(address.expect("its own")).ok();
                    only_async::serve(
                        listener, its_finder, its_stop,
                    )
                    .await;
                });
            });
            let address = address.recv().expect("an address");
            visit(address, &|| stop.cancel());
            serving.join().expect("it does not panic");
        }),
    }
    assert_eq!(finder.counts().clients, 0, "{unit}");
}

/// Connects, and takes the greeting.
fn connect(address: SocketAddr) -> Client {
    let mut client = Client::connect(address).expect("a server");
    let greeting = client.line().expect("a greeting");
    assert!(greeting.contains("such as SNAIL"), "{greeting}");
    client
}

#[test]
fn clients_are_answered_and_one_too_many_is_told() {
    let visit: Visit = |address, stop| {
        let mut client = connect(address);
        for part in ["sna", "il\n"] {
            client.send(part.as_bytes()).expect("a server");
        }
        let lines = client.answer().expect("an answer");
        assert_eq!(name(&lines[0]), "SNAIL");
        let mut late = Client::connect(address).expect("a server");
        let said = late.line().expect("a line");
        assert_eq!(said, "All 1 seats are taken. Come back later.");
        client.end_input().expect("a server");
        assert_eq!(client.line().expect("a line"), "Bye.");
        assert_eq!(client.line().expect("the end"), "");
        stop();
    };
    for unit in BOTH {
        serve(unit, 1, visit);
    }
}

#[test]
fn who_waits_for_a_line_is_told_of_the_end() {
    let visit: Visit = |address, stop| {
        let mut silent = connect(address);
        let mut client = connect(address);
        client.send(b"snail\nsna").expect("a server");
        let lines = client.answer().expect("an answer");
        assert_eq!(name(&lines[0]), "SNAIL");
        stop();
        for client in [&mut client, &mut silent] {
            let line = client.line().expect("a farewell");
            assert_eq!(line, "The server shuts down. Bye.");
            assert_eq!(client.line().expect("the end"), "");
        }
    };
    for unit in BOTH {
        serve(unit, 2, visit);
    }
}
