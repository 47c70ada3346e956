//! Saving on the real file system: `std::fs`, `tokio::fs`.
//!
//! The files of the async half are `tokio::fs`: each of its calls
//! is handed to a thread of the pool, which calls `std::fs`. Four
//! calls are four times there and back, where a step of ours that
//! hands over the whole save ([`pool`](crate::pool)) goes once.
//!
//! Each image is written to a file of another name, pressed to the
//! disk (`sync_all`) and then renamed: a save that has ended stays,
//! and a reader never sees half an image.

use std::path::{Path, PathBuf};

use flags::Code;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Returns the names of a file that is not whole yet, and of the
/// whole one.
fn names(folder: &Path, code: Code) -> [PathBuf; 2] {
    let code = code.lower();
    ["part", "gif"].map(|end| folder.join(format!("{code}.{end}")))
}
