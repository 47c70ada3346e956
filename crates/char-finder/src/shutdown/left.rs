//! Nobody joins the threads of the sessions.

pub mod wrong;
