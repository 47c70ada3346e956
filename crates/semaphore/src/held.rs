//! Step `held`: a permit is a value, and somebody must hold it.
//!
//! `let _permit = …` holds the permit to the end of its block;
//! `let _ = …` holds nothing: the permit goes back in the same
//! line, and the bound bounds nothing. Both compile without a
//! warning. See [`wrong`] and [`task::wrong`].
//!
//! In this step all units are spawned at once, and each acquires
//! its permit inside.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod task;
pub mod thread;
pub mod wrong;
