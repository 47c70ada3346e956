//! Where images are written, which takes the caller's time.

use std::{
    io,
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread,
    time::Duration,
};

use flags::{Code, Error, dest::Dest};
use timeline::blocking::wait;

use crate::{Image, Pulse, fs};

/// Something that can be written to; whoever writes waits.
pub trait Sink: Send + Sync {
    /// Writes the flag of `code`; the thread that calls waits.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    fn write(&self, image: &[u8], code: Code) -> io::Result<()>;
}

/// A disk as slow and as faulty as one wants, in every run alike.
#[derive(Debug)]
pub struct SlowDisk {
    delay: Duration,
    fail: usize,
    asked: AtomicUsize,
    dest: Dest,
}

impl SlowDisk {
    /// Makes a disk that takes `delay` for each write, and fails
    /// every write whose number is a multiple of `fail`; with 0,
    /// none. What it writes is then in `dest`.
    pub fn new(delay: Duration, fail: usize, dest: Dest) -> Self {
        Self { delay, fail, asked: AtomicUsize::new(0), dest }
    }
}

impl Sink for SlowDisk {
    fn write(&self, image: &[u8], code: Code) -> io::Result<()> {
        let number = self.asked.fetch_add(1, Relaxed) + 1;
        thread::sleep(self.delay);
        if self.fail > 0 && number.is_multiple_of(self.fail) {
            let full = io::ErrorKind::StorageFull;
            let message = "the slow disk is full (--disk-fail)";
            return Err(io::Error::new(full, message));
        }
        self.dest.save(image, code)
    }
}

/// The real file system below a folder; a write has ended when the
/// disk has it.
#[derive(Clone, Debug)]
pub struct RealDisk(pub PathBuf);

impl Sink for RealDisk {
    fn write(&self, image: &[u8], code: Code) -> io::Result<()> {
        fs::thread::write(&self.0, image, code)
    }
}

/// How many writes ended how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// The disk was asked for so many writes.
    pub asked: usize,
    /// So many are on the disk.
    pub written: usize,
    /// So many have failed.
    pub failed: usize,
    /// While so many of them lasted, the heartbeat did not tick.
    pub silent: usize,
}

/// A sink, and an account of its writes that nobody can forget.
pub struct Disk {
    sink: Box<dyn Sink>,
    pulse: Arc<Pulse>,
    account: Mutex<Account>,
}

impl Disk {
    /// Keeps the account of `sink`, beside a heartbeat.
    pub fn new(
        sink: impl Sink + 'static,
        pulse: &Arc<Pulse>,
    ) -> Arc<Self> {
        let (sink, pulse) = (Box::new(sink), pulse.clone());
        let account = Mutex::default();
        Arc::new(Self { sink, pulse, account })
    }

    /// Writes `image`; the thread that calls waits.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn write(&self, image: &Image) -> Result<(), Error> {
        self.account().asked += 1;
        let ticks = self.pulse.ticks();
        let write = || self.sink.write(&image.bytes, image.code);
        let end = wait("disk", write);
        let silent = self.pulse.ticks() == ticks;
        self.account().silent += usize::from(silent);
        match end {
            Ok(()) => self.account().written += 1,
            Err(_) => self.account().failed += 1,
        }
        end.map_err(Error::Save)
    }

    /// Returns how many writes ended how so far.
    pub fn so_far(&self) -> Account {
        *self.account()
    }

    fn account(&self) -> MutexGuard<'_, Account> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
