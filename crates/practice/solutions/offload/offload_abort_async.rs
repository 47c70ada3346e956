//! # The saving that goes on
//!
//! A large file is saved in blocks. Each write blocks its thread,
//! so the saving was handed to a thread of the runtime's pool.
//! `stop` aborts it, as one does with a task; and yet all blocks
//! are written, while whoever called `stop` waits.
//!
//! Mend it: after `stop` no further block is begun. `stop` returns
//! when the block that is being written is done, and tells how
//! many were written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::{thread, time::Duration};
use tokio::{
    task::{self, JoinHandle},
    time,
};

const BLOCKS: usize = 8;

/// A file that is being saved.
struct Saving {
    unit: JoinHandle<usize>,
    stop: Arc<AtomicBool>,
}

impl Saving {
    /// Starts to save the blocks, one after the other.
    fn start(
        mut write: impl FnMut(usize) + Send + 'static,
    ) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let told = stop.clone();
        let unit = task::spawn_blocking(move || {
            let mut written = 0;
            while written < BLOCKS && !told.load(Relaxed) {
                write(written);
                written += 1;
            }
            written
        });
        Self { unit, stop }
    }

    /// Stops the saving; returns how many blocks were written.
    async fn stop(self) -> usize {
        // Nobody can end work that blocks. It looks at the flag
        // before each block, and ends itself.
        self.stop.store(true, Relaxed);
        self.unit.await.expect("the saving panicked")
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let disk = |_| thread::sleep(Duration::from_millis(50));
    let saving = Saving::start(disk);
    time::sleep(Duration::from_millis(75)).await;
    println!("After 75 ms main asks to stop, in the second block.");
    let written = saving.stop().await;
    println!("{written} of {BLOCKS} blocks were written.");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;
    use tokio::runtime::{Builder, Runtime};

    fn runtime() -> Runtime {
        let mut builder = Builder::new_current_thread();
        builder.enable_time().build().expect("a runtime")
    }

    #[test]
    #[timeout(10_000)]
    fn no_block_is_begun_after_the_stop() {
        let (begin, begun) = channel::bounded(BLOCKS);
        let (go, may_go) = channel::bounded::<()>(0);
        let write = move |block| {
            begin.send(block).ok();
            may_go.recv().ok();
        };
        let runtime = runtime();
        let saving =
            runtime.block_on(async { Saving::start(write) });
        assert_eq!(begun.recv(), Ok(0), "the first block is begun");
        // It is being written until `stop` was called.
        let release = async {
            for _ in 0..10 {
                task::yield_now().await;
            }
            drop(go);
        };
        let both = async { tokio::join!(saving.stop(), release) };
        let (told, ()) = runtime.block_on(both);
        assert!(
            told <= 1,
            "`stop` was called while block 1 of {BLOCKS} was \
             written, and it says that {told} were written: \
             abort() ends a task at an .await, and this work has \
             none. It has to look for itself whether to go on"
        );
        assert_eq!(
            told, 1,
            "a block was being written when `stop` was called: it \
             was to be waited for, and counted"
        );
        drop(runtime);
        let later = begun.iter().count();
        assert_eq!(
            later, 0,
            "`stop` told of 1 block, but {later} more were begun: \
             the saving goes on, and nobody knows of it"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn a_saving_that_is_not_stopped_writes_all_blocks() {
        let (write, written) = channel::bounded(BLOCKS);
        let write = move |block| {
            write.send(block).ok();
        };
        let runtime = runtime();
        let saving =
            runtime.block_on(async { Saving::start(write) });
        let blocks: Vec<_> = written.iter().collect();
        let all: Vec<_> = (0..BLOCKS).collect();
        assert_eq!(blocks, all, "all blocks are written, in order");
        let told = runtime.block_on(saving.stop());
        assert_eq!(told, BLOCKS, "all blocks were written before");
    }
}
