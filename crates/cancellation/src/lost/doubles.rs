//! A task that leaves a record twice when it is dropped.

pub mod wrong;
