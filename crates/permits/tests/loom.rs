//! The semaphore, in all interleavings that its threads can have.
//!
//! ```shell
//! cargo test -p permits --features loom --test loom --release
//! ```

use std::sync::Arc;

use loom::{
    model,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};
use permits::Semaphore;

/// More units than permits: never more at work than permits, and
/// all get one.
#[test]
fn no_more_units_are_at_work_than_there_are_permits() {
    model(|| {
        let semaphore = Arc::new(Semaphore::new(1));
        let at_work = Arc::new(AtomicUsize::new(0));
        let units = [(); 2].map(|()| {
            let semaphore = semaphore.clone();
            let at_work = at_work.clone();
            thread::spawn(move || {
                let _permit = semaphore.acquire().expect("open");
                let others = at_work.fetch_add(1, Ordering::SeqCst);
                assert_eq!(others, 0);
                at_work.fetch_sub(1, Ordering::SeqCst);
            })
        });
        for unit in units {
            unit.join().expect("no panic");
        }
        assert_eq!(semaphore.available_permits(), 1);
    });
}
