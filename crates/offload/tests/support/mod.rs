//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{
    io,
    path::PathBuf,
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use flags::{
    Code, Job,
    dest::Dest,
    server::{Delay, Kind, Wanted},
};
use offload::{
    Desk, Disk, Pulse, Seen, Shelf, Trial, Version,
    disk::{Sink, SlowDisk},
    versions::{tasks, threads},
};
pub(crate) use testing::{DEADLINE, in_time};

/// How often the hearts of tests beat.
pub(crate) const TICK: Duration = Duration::from_millis(1);

/// All versions of both halves that are right.
pub(crate) fn right() -> Vec<(&'static str, Version)> {
    let threads = threads::RIGHT.map(|it| ("thread", it));
    let tasks = tasks::RIGHT.map(|it| ("async", it));
    threads.into_iter().chain(tasks).collect()
}

/// All versions of both halves that download.
pub(crate) fn all() -> Vec<(&'static str, Version)> {
    let mut all = right();
    all.extend([
        ("thread", threads::FORGOTTEN),
        ("thread", threads::FILES),
        ("thread", threads::UNBOUNDED),
        ("async", tasks::FORGOTTEN),
        ("async", tasks::BLOCKING_SEND),
        ("async", tasks::FILES),
        ("async", tasks::UNBOUNDED),
    ]);
    all
}

/// Returns the codes in `text`.
pub(crate) fn codes(text: &str) -> Vec<Code> {
    let code = |code: &str| code.parse().expect("a code");
    text.split_whitespace().map(code).collect()
}

/// Returns a disk that does what `write` does.
pub(crate) fn disk_of<F>(write: F) -> Arc<Disk>
where
    F: Fn() -> io::Result<()> + Send + Sync + 'static,
{
    disk_beside(&Pulse::new(TICK), write)
}

/// The same, beside the heartbeat of `pulse`.
pub(crate) fn disk_beside<F>(
    pulse: &Arc<Pulse>,
    write: F,
) -> Arc<Disk>
where
    F: Fn() -> io::Result<()> + Send + Sync + 'static,
{
    Disk::new(Hook(write), pulse)
}

/// As many codes, all of which have flags.
pub(crate) fn some(count: usize) -> Vec<Code> {
    let all = "BD BR CD CN DE EG ET FR ID IN IR JP MX NG PH PK";
    codes(all).into_iter().cycle().take(count).collect()
}

/// A sink that does what a test wants.
struct Hook<F>(F);

impl<F> Sink for Hook<F>
where
    F: Fn() -> io::Result<()> + Send + Sync,
{
    fn write(&self, _: &[u8], _: Code) -> io::Result<()> {
        (self.0)()
    }
}

/// Returns a disk that takes no time, and fails every write whose
/// number is a multiple of `fail`.
pub(crate) fn quick_disk(fail: usize) -> Arc<Disk> {
    let dest = Dest::Nowhere;
    let disk = SlowDisk::new(Duration::ZERO, fail, dest);
    Disk::new(disk, &Pulse::new(TICK))
}

/// What a test tries a version with.
pub(crate) struct Setting {
    pub(crate) kind: Kind,
    pub(crate) codes: Vec<Code>,
    pub(crate) max_req: usize,
    pub(crate) room: usize,
    pub(crate) disk: Arc<Disk>,
    pub(crate) shelf: Arc<Shelf>,
    pub(crate) pulse: Arc<Pulse>,
    pub(crate) folder: PathBuf,
}

impl Setting {
    /// Downloads `codes` from a server that answers at once, to
    /// `disk`.
    pub(crate) fn new(codes: Vec<Code>, disk: Arc<Disk>) -> Self {
        Self {
            kind: Kind::Local,
            codes,
            max_req: 5,
            room: 2,
            disk,
            shelf: Shelf::new(),
            pulse: Pulse::new(TICK),
            folder: PathBuf::new(),
        }
    }

    /// Runs `version`, and returns what was seen.
    ///
    /// # Panics
    ///
    /// If it is not done within the deadline, or panics.
    pub(crate) fn run(self, version: Version) -> Seen {
        in_time(version.name, move || self.trial().run(version))
    }

    fn trial(self) -> Trial {
        let Self { kind, codes, max_req, room, .. } = self;
        let server = flag_server::embed(&Wanted {
            kind,
            delay: Some(Delay::NONE),
            seed: 1,
            codes: codes.clone(),
        });
        let server = server.expect("the server starts");
        let site = server.base().parse().expect("an address");
        let count = codes.len();
        let job = Job::new(
            codes,
            count,
            max_req,
            site,
            Dest::Nowhere,
            DEADLINE,
        );
        let (shelf, disk) = (self.shelf, self.disk);
        Trial {
            job: Arc::new(job),
            desk: Desk { shelf, disk, room },
            folder: self.folder,
            pulse: self.pulse,
            server: Some(server),
        }
    }
}

/// A pulse, and a receiver that hears of each of its ticks.
pub(crate) fn told_pulse() -> (Arc<Pulse>, mpsc::Receiver<()>) {
    let (sender, ticks) = mpsc::channel();
    let pulse = Pulse::calling(TICK, move || {
        sender.send(()).ok();
    });
    (pulse, ticks)
}

/// Waits until the heartbeat has ticked `count` more times; an
/// error if that takes too long.
pub(crate) fn more(
    count: usize,
    ticks: &mpsc::Receiver<()>,
) -> io::Result<()> {
    while ticks.try_recv().is_ok() {}
    for _ in 0..count {
        let tick = ticks.recv_timeout(DEADLINE / 2);
        tick.map_err(io::Error::other)?;
    }
    Ok(())
}

/// A shelf, and a receiver that hears how many things are on it
/// whenever there is one more.
pub(crate) fn told_shelf() -> (Arc<Shelf>, mpsc::Receiver<usize>) {
    let (sender, counts) = mpsc::channel();
    let shelf = Shelf::calling(move |count| {
        sender.send(count).ok();
    });
    (shelf, counts)
}

/// Waits until `counts` says `wanted`; an error if that takes too
/// long.
pub(crate) fn wait_for(
    counts: &Mutex<mpsc::Receiver<usize>>,
    wanted: usize,
) -> io::Result<()> {
    let counts = counts.lock().expect("no test panics with it");
    while counts
        .recv_timeout(DEADLINE / 2)
        .map_err(io::Error::other)?
        != wanted
    {}
    Ok(())
}
