//! A thread that returns early, without a guard.

pub mod wrong;
