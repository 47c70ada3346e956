//! A signal is a call into the system: the semaphore gives none
//! when nobody waits.
//!
//! This is the semaphore's own source, on a condition variable that
//! counts its signals.
#![cfg(not(feature = "loom"))]

use std::{
    sync::{Arc, atomic::Ordering::SeqCst},
    thread,
};

use semaphore::Semaphore;
use sync::SIGNALS;
use testing::in_time;

#[path = "../src/semaphore.rs"]
#[expect(dead_code, unreachable_pub, reason = "a part is used")]
mod semaphore;

mod sync {
    use std::sync::{
        LockResult,
        atomic::{AtomicUsize, Ordering::SeqCst},
    };

    pub(crate) use std::sync::{Mutex, MutexGuard};

    /// How many signals were given to one thread.
    pub(crate) static SIGNALS: AtomicUsize = AtomicUsize::new(0);

    #[derive(Debug)]
    pub(crate) struct Condvar(std::sync::Condvar);

    impl Condvar {
        pub(crate) fn new() -> Self {
            Self(std::sync::Condvar::new())
        }

        pub(crate) fn wait<'guard, T>(
            &self,
            guard: MutexGuard<'guard, T>,
        ) -> LockResult<MutexGuard<'guard, T>> {
            self.0.wait(guard)
        }

        pub(crate) fn notify_one(&self) {
            SIGNALS.fetch_add(1, SeqCst);
            self.0.notify_one();
        }

        pub(crate) fn notify_all(&self) {
            self.0.notify_all();
        }
    }
}

#[test]
fn a_signal_is_given_only_if_somebody_waits() {
    in_time("the one that waits", || {
        let semaphore = Arc::new(Semaphore::new(2));
        for _ in 0..100 {
            drop(semaphore.acquire().expect("open"));
        }
        semaphore.add_permits(98);
        assert_eq!(SIGNALS.load(SeqCst), 0);

        let semaphore = Arc::new(Semaphore::new(0));
        let shared = semaphore.clone();
        let unit = thread::spawn(move || {
            shared.acquire().expect("open").forget();
        });
        while semaphore.waiting() == 0 {
            thread::yield_now();
        }
        semaphore.add_permits(7);
        unit.join().expect("no panic");
        assert_eq!(SIGNALS.load(SeqCst), 1);
        assert_eq!(semaphore.available_permits(), 6);
    });
}
