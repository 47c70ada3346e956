//! A task that loses a record when it is dropped.

pub mod wrong;
