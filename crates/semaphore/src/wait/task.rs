//! The async half's version that waits once.

pub mod wrong;
