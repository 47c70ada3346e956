//! One run of one version, and what was seen of it.

use std::{
    path::PathBuf,
    sync::Arc,
    time::{Duration, Instant},
};

use flags::{
    Counts, Job, Report,
    report::Failure,
    server::{Embedded, Seen as SeenByServer},
};
use timeline::{asynchronous, blocking};
use tokio::runtime::{Builder, Runtime};

use crate::{
    Desk, Gaps,
    disk::Account,
    heartbeat::{self, Pulse},
    image::Holding,
};

/// All that one run of one version needs.
pub struct Trial {
    /// What is to be downloaded.
    pub job: Arc<Job>,
    /// What lies between the network and the disk.
    pub desk: Desk,
    /// Where files go that are not written by way of the desk.
    pub folder: PathBuf,
    /// The heartbeat beside it.
    pub pulse: Arc<Pulse>,
    /// The server inside this program, if there is one: a new one
    /// for each run, so that all meet the same delays and errors.
    pub server: Option<Box<dyn Embedded>>,
}

/// A version of the program.
#[derive(Clone, Copy)]
pub struct Version {
    /// What tables call it.
    pub name: &'static str,
    /// Runs it beside a heartbeat; nothing of it is left then.
    pub run: fn(&Trial, &mut Report) -> Told,
}

/// What a version itself says at its end.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// How many downloads ended how.
    pub counts: Counts,
    /// What the disk had done by then.
    pub disk: Account,
    /// How long it took.
    pub wall: Duration,
}

/// What was seen of a run.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What tables call the version.
    pub name: &'static str,
    /// What it said.
    pub told: Told,
    /// What failed, as it said.
    pub failures: Vec<Failure>,
    /// What the disk had done when nothing was left of it.
    pub disk: Account,
    /// The gaps of the heartbeat.
    pub gaps: Gaps,
    /// What was in memory.
    pub held: Holding,
    /// What the server counted, if it is inside.
    pub server: Option<SeenByServer>,
}

impl Trial {
    /// Runs `version`, and returns what was seen.
    pub fn run(self, version: Version) -> Seen {
        let mut report = Report::silent();
        let told = (version.run)(&self, &mut report);
        Seen {
            name: version.name,
            told,
            failures: report.failures(),
            disk: self.desk.disk.so_far(),
            gaps: self.pulse.gaps(),
            held: self.desk.shelf.holding(),
            server: self.server.map(|server| server.seen()),
        }
    }

    /// Downloads by `work`, beside a heartbeat of the thread half.
    pub(crate) fn by_threads(
        &self,
        work: impl FnOnce() -> Counts,
    ) -> Told {
        let started = Instant::now();
        blocking::lane("main", || {
            heartbeat::thread::beside(&self.pulse, || {
                self.told(work(), started)
            })
        })
    }

    /// Downloads by `work`, beside a heartbeat of the async half,
    /// on a runtime that is gone then, with all that it was handed.
    pub(crate) fn by_tasks(
        &self,
        work: impl Future<Output = Counts>,
    ) -> Told {
        let started = Instant::now();
        let work = async { self.told(work.await, started) };
        let work = heartbeat::r#async::beside(&self.pulse, work);
        runtime().block_on(asynchronous::lane("main", work))
    }

    fn told(&self, counts: Counts, started: Instant) -> Told {
        let disk = self.desk.disk.so_far();
        Told { counts, disk, wall: started.elapsed() }
    }
}

/// Makes the runtime of the async halves: all tasks on one thread.
///
/// # Panics
///
/// If the system gives it no event queue.
pub fn runtime() -> Runtime {
    let runtime =
        Builder::new_current_thread().enable_all().build();
    runtime.expect("the system gives an event queue")
}
