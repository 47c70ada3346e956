//! Step `detach`: units for which nobody waits any more.
//!
//! A handle is no unit. Drop it, and the thread or the task goes
//! on, detached. A future that is no task yet has no handle: who
//! holds it holds the work, and dropping it ends the work at its
//! `.await`.
//!
//! So `timeout(limit, handle)` ends the waiting, not the task. It
//! takes the handle, and drops it: nobody can ask for the result
//! any more. `timeout(limit, &mut handle)` borrows it. A thread's
//! result is always asked for by reference.
//!
//! When `main` returns, nobody is waited for: step
//! [`exit`](crate::exit).

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;
