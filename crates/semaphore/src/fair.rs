//! Step `fair`: who gets the permit that comes back?
//!
//! One unit waits for the only permit. We give it back, and ask for
//! it again at once. Tokio's semaphore keeps a queue: it hands the
//! permit to the one that has waited longest, and who comes by
//! finds none. Ours wakes a thread and leaves the permit lying:
//! whoever locks the count first takes it, and that is nearly
//! always the thread that runs already. The one that waited waits
//! again.
//!
//! Neither is wrong. A queue promises that nobody waits for ever;
//! without one a permit does not lie idle until a thread has woken
//! up.

use std::fmt;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Who got the permit that came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum First {
    /// The one that had waited for it.
    Waited,
    /// The one that came by.
    CameBy,
}

/// The order in which those who waited got a permit, each by its
/// place in the order in which they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order(pub Vec<usize>);

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.0.iter().map(usize::to_string);
        f.write_str(&places.collect::<Vec<_>>().join(", "))
    }
}
