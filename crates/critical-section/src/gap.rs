//! The gap between check and act, held open.
//!
//! Without it, a wrong program would be right nearly always, and
//! the lesson would show nothing. Whoever pauses in the gap waits
//! there until the other transfer stands in it, too. So a wrong
//! program is wrong in every run. In a right one nobody else can
//! come, and the wait ends when patience does.

use std::{
    sync::{Condvar, Mutex, MutexGuard},
    time::Duration,
};

use tokio::{sync::Notify, time};

/// How many transfers meet in the gap.
const UNITS: usize = 2;

/// A place where two transfers meet, threads or tasks.
#[derive(Debug)]
pub struct Gap {
    patience: Duration,
    entered: Mutex<usize>,
    threads: Condvar,
    tasks: Notify,
}

impl Gap {
    /// Makes a gap in which nobody waits longer than `patience`.
    pub fn new(patience: Duration) -> Self {
        Self {
            patience,
            entered: Mutex::new(0),
            threads: Condvar::new(),
            tasks: Notify::new(),
        }
    }

    /// Blocks this thread until the other transfer is here, too,
    /// or patience is over.
    ///
    /// # Panics
    ///
    /// If another one panicked in here.
    pub fn blocking_pause(&self) {
        let entered = self.enter();
        let both = entered.next_multiple_of(UNITS);
        let alone = |entered: &mut usize| *entered < both;
        drop(
            self.threads
                .wait_timeout_while(entered, self.patience, alone)
                .expect("nobody panics in here"),
        );
    }

    /// Lets other tasks run until the other transfer is here, too,
    /// or patience is over.
    ///
    /// # Panics
    ///
    /// If another one panicked in here.
    pub async fn pause(&self) {
        // Made before anybody else can enter: it misses nobody.
        let met = self.tasks.notified();
        let alone = !self.enter().is_multiple_of(UNITS);
        if alone {
            time::timeout(self.patience, met).await.ok();
        }
    }

    fn enter(&self) -> MutexGuard<'_, usize> {
        let mut entered =
            self.entered.lock().expect("nobody panics in here");
        *entered += 1;
        if entered.is_multiple_of(UNITS) {
            self.threads.notify_all();
            self.tasks.notify_waiters();
        }
        entered
    }
}
