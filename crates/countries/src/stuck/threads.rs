//! The wrong version, on threads.

#[expect(unused_variables, reason = "the compiler sees it, too")]
pub mod wrong;
