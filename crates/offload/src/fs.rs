//! Saving on the real file system: `std::fs`, `tokio::fs`.
//!
//! The files of the async half are `tokio::fs`: each of its calls
//! is handed to a thread of the pool, which calls `std::fs`. Four
//! calls are four times there and back, where handing over the
//! whole save ([`pool`](crate::pool)) is once. (So is the one call
//! `tokio::fs::write`, which does not press anything to the disk.)
//!
//! Neither can be made slow as our disk can: they know no other
//! disk than the system's, so this step writes real files.
//!
//! Each image is written to a file of another name, pressed to the
//! disk (`sync_all`) and then renamed: a save that has ended stays,
//! and a reader never sees half an image. (A save that fails may
//! leave a file that ends in `.part`.)

use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
};

use flags::Code;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Returns the names of a file that is not whole yet, which no
/// other save has, and of the whole one.
fn names(folder: &Path, code: Code) -> [PathBuf; 2] {
    static SAVES: AtomicUsize = AtomicUsize::new(0);
    let (code, save) = (code.lower(), SAVES.fetch_add(1, Relaxed));
    [format!("{code}.{save}.part"), format!("{code}.gif")]
        .map(|name| folder.join(name))
}
