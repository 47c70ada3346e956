//! What one more request at once costs and gains, and how that
//! grows with the number of flags: by threads and by tasks,
//! through client libraries and on bare streams.
//!
//! Groups: `download/delay 0 ms`, `download/delay 5 ms` (194 flags,
//! over the requests at once), `download/growth` (20 at once, no
//! delay, over the number of flags). Throughput: flags.
//!
//! Ids: `sequential`, `thread` (ureq), `async` (reqwest),
//! `raw_thread`, `raw_async`, on tokio's current-thread runtime;
//! `async_multi_thread`, on its multi-thread one, with two threads.
//!
//! All of them ask the same server, save nothing and keep their
//! connections within a run. The two libraries differ by more than
//! threads and tasks do: the raw pair differs in these alone.

use std::time::Duration;

use criterion::{Criterion, criterion_group, criterion_main};

mod support;
use support::downloads::{self, Runtimes, Version};

/// Delays of the server, in milliseconds.
const DELAYS: [u64; 2] = [0, 5];

/// Requests at once.
const AT_ONCE: [usize; 5] = [1, 5, 20, 50, 194];

/// Downloads in one run: the classic programs' flags.
const COUNT: usize = 194;

/// Downloads in one run, where that is what grows.
const COUNTS: [usize; 3] = [20, 200, 2000];

/// Requests at once, where the number of downloads grows.
const USUAL_AT_ONCE: usize = 20;

const SEQUENTIAL: (&str, Version) =
    ("sequential", downloads::sequential);

const VERSIONS: [(&str, Version); 5] = [
    ("thread", downloads::ureq),
    ("async", downloads::reqwest),
    ("async_multi_thread", downloads::reqwest_multi_thread),
    ("raw_thread", downloads::raw_thread),
    ("raw_async", downloads::raw_async),
];

fn at_once(criterion: &mut Criterion) {
    let on = Runtimes::start();
    for delay_ms in DELAYS {
        let server =
            downloads::server(Duration::from_millis(delay_ms));
        let name = format!("download/delay {delay_ms} ms");
        let mut group = criterion.benchmark_group(name);
        let mut measure = |version, at_once| {
            let job = || downloads::job(&server, COUNT, at_once);
            let group = &mut group;
            downloads::measure(group, version, at_once, &on, job);
        };
        measure(SEQUENTIAL, 1);
        for at_once in AT_ONCE {
            // One after the other and with a delay, all wait for
            // the same second: the first pair is enough.
            let alike = at_once == 1 && delay_ms > 0;
            let some = if alike { 2 } else { VERSIONS.len() };
            for version in &VERSIONS[..some] {
                measure(*version, at_once);
            }
        }
    }
}

fn growth(criterion: &mut Criterion) {
    let on = Runtimes::start();
    let server = downloads::server(Duration::ZERO);
    let mut group = criterion.benchmark_group("download/growth");
    for count in COUNTS {
        for version in VERSIONS {
            let job =
                || downloads::job(&server, count, USUAL_AT_ONCE);
            let group = &mut group;
            downloads::measure(group, version, count, &on, job);
        }
    }
}

criterion_group! {
    name = benches;
    config = support::criterion();
    targets = at_once, growth
}
criterion_main!(benches);
