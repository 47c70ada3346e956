//! The same mistake, by threads.

pub mod wrong;
