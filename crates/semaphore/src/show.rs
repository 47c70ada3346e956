//! Runs a step, and says what was seen.

mod memory;
mod server;
mod tasks;
mod threads;
mod units;
mod words;

pub use tasks::show_tasks;
pub use threads::show_threads;
