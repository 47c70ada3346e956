//! Step `close`: a semaphore that hands out no more.
//!
//! A closed semaphore ends a program in good order: nothing new
//! begins, and what is under way is finished. Those who wait get an
//! error in place of a permit, and so do those who come later;
//! those who hold a permit are not disturbed.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// What a unit came to: what it worked out, or why it did not get
/// a permit.
pub type End = Result<&'static str, String>;

/// Writes an error as a sentence of this step.
pub(crate) fn refused(error: impl ToString) -> String {
    error.to_string()
}

/// What became of each when the semaphore was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The one that held the permit.
    pub held: End,
    /// Those who waited for it.
    pub waited: Vec<End>,
    /// The one that came later.
    pub late: End,
}
