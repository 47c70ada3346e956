//! The server of char-finder as a service: how many answers it
//! gives when its clients ask as fast as they are answered.
//!
//! Group: `char-finder`, over the number of connections. One
//! iteration is that each client has asked once and has its answer,
//! all of them at once. Throughput: answers.
//!
//! Ids: `thread`; `async` (tokio's current-thread runtime);
//! `async_multi_thread` (two threads). Each server is a process of
//! its own; this one, with a single thread that blocks, is all
//! clients, the same for each.
//!
//! A client that waits for its answer before it asks again never
//! sees how long others would have waited meanwhile: latencies are
//! measured by `char_finder_latency.rs`.

use char_finder::{Client, child::ChildServer};
use criterion::{
    BenchmarkId, Criterion, Throughput, criterion_group,
};
use lesson::limits;

mod support;
use support::lines::{self, QUESTION, SERVERS};

/// Connections, all of them busy.
const CONNECTIONS: [usize; 3] = [10, 100, 1000];

fn char_finder(criterion: &mut Criterion) {
    limits::raise_open_files().expect("the system tells");
    let question = format!("{QUESTION}\n");
    let mut group = criterion.benchmark_group("char-finder");
    for connections in CONNECTIONS {
        group.throughput(Throughput::Elements(connections as u64));
        for name in SERVERS {
            // Started by the first run: an id that the filter
            // leaves out pays for no server.
            let mut service = None;
            let id = BenchmarkId::new(name, connections);
            group.bench_function(id, |bencher| {
                let (_server, clients) = service
                    .get_or_insert_with(|| {
                        serve(name, connections)
                    });
                bencher.iter(|| {
                    for client in &mut *clients {
                        let sent = client.send(question.as_bytes());
                        sent.expect("the server is there");
                    }
                    for client in &mut *clients {
                        let answer = client.answer();
                        let answer = answer.expect("an answer");
                        assert_eq!(answer.len(), 2, "{answer:?}");
                    }
                });
            });
        }
    }
}

/// Starts the server, and clients that have read its greeting.
fn serve(
    name: &str,
    connections: usize,
) -> (ChildServer, Vec<Client>) {
    let server = lines::start(name).expect("it starts");
    let connect = |_| {
        let client = Client::connect(server.address);
        let mut client = client.expect("it accepts");
        client.line().expect("a greeting");
        client
    };
    let clients = (0..connections).map(connect).collect();
    (server, clients)
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = char_finder
}

fn main() {
    lines::play_part();
    benches();
    Criterion::default().configure_from_args().final_summary();
}
