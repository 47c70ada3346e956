//! The async half's version that holds nothing.

pub mod wrong;
