//! Runs a step, and says what was seen.

mod tasks;
mod threads;
mod words;

pub use tasks::show_tasks;
pub use threads::show_threads;
