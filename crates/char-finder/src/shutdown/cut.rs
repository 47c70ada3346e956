//! The tasks of the sessions are aborted.

pub mod wrong;
