//! Threads that keep the cores busy.

use std::{
    hint,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

/// How many: whoever waits for a core then waits a while, also
/// where there are two of them.
const THREADS: usize = 2;

/// Threads that compute until this is dropped.
pub(super) struct Load {
    is_over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Load {
    pub(super) fn start() -> Self {
        let is_over = Arc::new(AtomicBool::new(false));
        let threads = (0..THREADS).map(|_| {
            let is_over = is_over.clone();
            thread::spawn(move || compute(&is_over))
        });
        let threads = threads.collect();
        Self { is_over, threads }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            // It has nothing to panic about.
            thread.join().ok();
        }
    }
}

/// Counts until it is over.
fn compute(is_over: &AtomicBool) {
    let mut number = 0_u64;
    while !is_over.load(Ordering::Relaxed) {
        number = hint::black_box(number.wrapping_add(1));
    }
}
