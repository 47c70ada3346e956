//! The same mistake, by a thread.

pub mod wrong;
