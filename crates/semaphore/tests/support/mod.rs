//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{
    sync::{Arc, Barrier, Mutex},
    time::Duration,
};

use flags::{Code, Counts, Job, Report, country, dest::Dest};
use semaphore::{
    r#async, channel, held, only_async, only_thread, pool, rate,
    rate::RateLimiter, thread,
};
use testing::{Canned, canned_server};
pub(crate) use testing::{DEADLINE, in_time};

/// One of the ways to download at most so many at once.
#[derive(Clone, Copy)]
pub(crate) struct Version {
    /// What a failure calls it.
    pub(crate) name: &'static str,
    run: fn(&Arc<Job>, &mut Report) -> Counts,
}

/// All ways that keep to the bound.
pub(crate) const VERSIONS: &[Version] = &[
    Version { name: "thread", run: thread::download_many },
    Version {
        name: "async",
        run: |job, report| {
            awaited(r#async::download_many(job, report))
        },
    },
    Version {
        name: "pool_thread",
        run: pool::thread::download_many,
    },
    Version {
        name: "pool_async",
        run: |job, report| {
            awaited(pool::r#async::download_many(job, report))
        },
    },
    Version {
        name: "channel_thread",
        run: channel::thread::download_many,
    },
    Version {
        name: "channel_async",
        run: |job, report| {
            awaited(channel::r#async::download_many(job, report))
        },
    },
    Version {
        name: "held_thread",
        run: held::thread::download_many,
    },
    Version {
        name: "held_async",
        run: |job, report| {
            awaited(held::r#async::download_many(job, report))
        },
    },
    Version {
        name: "rate_thread",
        run: |job, report| {
            let limiter = &mut RateLimiter::new(SHORT);
            rate::thread::download_many(job, report, limiter)
        },
    },
    Version {
        name: "rate_async",
        run: |job, report| {
            let limiter = &mut RateLimiter::new(SHORT);
            awaited(rate::r#async::download_many(
                job, report, limiter,
            ))
        },
    },
];

/// Those of somebody who knows one world alone.
pub(crate) const ONLY: [Version; 2] = [
    Version {
        name: "only_thread",
        run: |job, report| only_thread::download_many(job, report),
    },
    Version {
        name: "only_async",
        run: |job, report| {
            awaited(only_async::download_many(job, report))
        },
    },
];

/// Those whose permits are let go at once.
pub(crate) const WRONG: &[Version] = &[
    Version {
        name: "held_wrong_thread",
        run: held::wrong::download_many,
    },
    Version {
        name: "held_wrong_async",
        run: |job, report| {
            awaited(held::task::wrong::download_many(job, report))
        },
    },
];

/// From one turn to the next, where it does not matter.
const SHORT: Duration = Duration::from_millis(1);

impl Version {
    /// Runs it, and returns its counts and its report.
    ///
    /// # Panics
    ///
    /// If it is not done within the deadline, or panics.
    pub(crate) fn run(self, job: &Arc<Job>) -> (Counts, Report) {
        let job = job.clone();
        in_time(self.name, move || {
            let mut report = Report::silent();
            let counts = (self.run)(&job, &mut report);
            (counts, report)
        })
    }
}

/// Returns what `work` returns, on a current-thread runtime.
pub(crate) fn awaited<T>(work: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build();
    runtime.expect("a runtime starts").block_on(work)
}

/// Makes a job of `count` flags, `max_req` at once, that saves
/// nothing.
pub(crate) fn job(
    base: &str,
    count: usize,
    max_req: usize,
) -> Arc<Job> {
    let site = base.parse().expect("a base address");
    let codes: Vec<Code> = country::every().collect();
    let dest = Dest::Nowhere;
    Arc::new(Job::new(codes, count, max_req, site, dest, DEADLINE))
}

/// What a server counts: requests under way, and their peak.
#[derive(Debug, Default)]
pub(crate) struct InFlight {
    now: usize,
    pub(crate) peak: usize,
}

/// Starts a server that answers when `together` requests are
/// there, and counts.
pub(crate) fn gathering_server(
    together: usize,
) -> (String, Arc<Mutex<InFlight>>) {
    let counted = Arc::new(Mutex::new(InFlight::default()));
    let gate = Barrier::new(together);
    let shared = counted.clone();
    let base = canned_server(move |_| {
        let mut in_flight = shared.lock().expect("no panic");
        in_flight.now += 1;
        in_flight.peak = in_flight.peak.max(in_flight.now);
        drop(in_flight);
        gate.wait();
        shared.lock().expect("no panic").now -= 1;
        Canned::ok("image/gif", "GIF89a;")
    });
    (base, counted)
}
