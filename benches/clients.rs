//! Two HTTP client libraries, one of them in its blocking form as
//! well, and no library at all: what a "blocking" client may hide.
//!
//! Group: `clients`, 194 flags without delay, one and 20 at once.
//! Throughput: flags.
//!
//! Ids: `ureq` (threads), `reqwest_blocking` (threads), `reqwest`
//! (tasks, tokio's current-thread runtime), `reqwest_multi_thread`
//! (two threads), `raw_thread`, `raw_async` (bare streams).
//!
//! `reqwest::blocking` starts a thread that nobody asked for, with
//! a runtime on it, which does all its input and output. Before
//! anything is measured, this prints the threads that each client
//! starts, as Linux lists them, and makes sure that it is so.

use std::{fs, sync::Arc, thread, time::Duration};

use clients::{asynchronous, blocking};
use criterion::{Criterion, criterion_group, criterion_main};
use crossbeam_channel as channel;
use flag_server::EmbeddedServer;
use flags::{Code, Counts, Error, Job, Outcome, Report, site};
use reqwest::blocking::Client;

mod support;
use support::{
    NO_PANIC, current_thread,
    downloads::{self, Runtimes, Version},
};

/// Requests at once.
const AT_ONCE: [usize; 2] = [1, 20];

/// Downloads in one run.
const COUNT: usize = 194;

const VERSIONS: [(&str, Version); 6] = [
    ("ureq", downloads::ureq),
    ("reqwest_blocking", |_, job, report| {
        download_many(job, report)
    }),
    ("reqwest", downloads::reqwest),
    ("reqwest_multi_thread", downloads::reqwest_multi_thread),
    ("raw_thread", downloads::raw_thread),
    ("raw_async", downloads::raw_async),
];

/// Makes a blocking client of reqwest, set up as the two of the
/// lessons are.
fn new_client(job: &Job) -> Client {
    Client::builder()
        .connect_timeout(job.timeout)
        .timeout(job.timeout)
        .pool_max_idle_per_host(job.max_req())
        .no_proxy()
        .build()
        .expect("a client starts")
}

fn get_flag(
    client: &Client,
    job: &Job,
    code: Code,
) -> Result<Vec<u8>, Error> {
    let answer = client.get(job.site.flag_url(code)).send();
    let answer = answer.map_err(Error::transport)?;
    site::check_status(answer.status().as_u16())?;
    let body = answer.bytes().map_err(Error::transport)?;
    Ok(body.into())
}

/// Downloads all flags of `job`, as the thread half of the lesson
/// does, by `reqwest::blocking`.
fn download_many(job: &Arc<Job>, report: &mut Report) -> Counts {
    let client = new_client(job);
    let (sender, outcomes) = channel::bounded(job.max_req());
    let start = |_| {
        let (job, client) = (job.clone(), client.clone());
        let sender = sender.clone();
        thread::spawn(move || {
            while let Some(code) = job.take() {
                let image = get_flag(&client, &job, code);
                let result =
                    image.and_then(|image| job.save(&image, code));
                if sender.send(Outcome { code, result }).is_err() {
                    break;
                }
            }
        })
    };
    let units: Vec<_> = (0..job.max_req()).map(start).collect();
    drop(sender);
    for outcome in outcomes {
        report.add(outcome).expect("a silent report stays open");
    }
    for unit in units {
        unit.join().expect(NO_PANIC);
    }
    report.counts()
}

/// Returns the names of this process's threads; none where the
/// system does not list them.
fn threads() -> Vec<String> {
    let tasks = fs::read_dir("/proc/self/task");
    let tasks = tasks.into_iter().flatten().flatten();
    let name = |task: fs::DirEntry| {
        fs::read_to_string(task.path().join("comm")).ok()
    };
    let names = tasks.filter_map(name);
    let mut names: Vec<_> =
        names.map(|name| name.trim_end().to_owned()).collect();
    names.sort();
    names
}

/// Returns the threads that are there after one download, while
/// the client is, and were not there before.
fn started<C>(
    new_client: impl FnOnce() -> C,
    download: impl FnOnce(&C) -> Result<Vec<u8>, Error>,
) -> Vec<String> {
    let before = threads();
    let client = new_client();
    download(&client).expect("a flag");
    let mut after = threads();
    for name in before {
        if let Some(place) = after.iter().position(|it| *it == name)
        {
            after.remove(place);
        }
    }
    after
}

/// Prints which threads a client starts for a single download.
///
/// # Panics
///
/// If it is not as the head of this file says.
fn say_threads(server: &EmbeddedServer) {
    let job = downloads::job(server, 1, 1);
    let code = job.codes()[0];
    let ureq = started(
        || blocking::Client::new(&job),
        |client| client.get_flag(&job.site, code),
    );
    let runtime = current_thread();
    let reqwest = started(
        || asynchronous::Client::new(&job),
        |client| runtime.block_on(client.get_flag(&job.site, code)),
    );
    let hidden = started(
        || new_client(&job),
        |client| get_flag(client, &job, code),
    );
    if threads().is_empty() {
        return; // the system does not list them
    }
    println!("Threads that a client starts, for one download:");
    for (client, started) in [
        ("ureq", &ureq),
        ("reqwest", &reqwest),
        ("reqwest::blocking", &hidden),
    ] {
        let (count, names) = (started.len(), started.join(", "));
        println!("  {client:<17}  {count}  {names}");
    }
    println!();
    assert!(ureq.is_empty(), "{ureq:?}");
    assert!(reqwest.is_empty(), "{reqwest:?}");
    assert_eq!(hidden.len(), 1, "{hidden:?}");
}

fn clients(criterion: &mut Criterion) {
    let server = downloads::server(Duration::ZERO);
    say_threads(&server);
    let on = Runtimes::start();
    let mut group = criterion.benchmark_group("clients");
    for at_once in AT_ONCE {
        for version in VERSIONS {
            let job = || downloads::job(&server, COUNT, at_once);
            let group = &mut group;
            downloads::measure(group, version, at_once, &on, job);
        }
    }
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = clients
}
criterion_main!(benches);
