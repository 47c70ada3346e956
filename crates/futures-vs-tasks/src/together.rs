//! Step `together`: three jobs, and what overlaps.
//!
//! **Waiting.** One `.await` after the other is one after the
//! other, as calls are. `join!` polls several futures in one task:
//! while one waits, the others go on, on one thread. Tasks that
//! were spawned do so without being parts of anybody.
//!
//! **Computing.** What does not wait has no turns: `join!` and the
//! tasks of a current-thread runtime compute one after the other.
//! Threads share the cores of the machine, and so do the tasks of
//! a multi-thread runtime. There is no interpreter lock.
//!
//! A pool of threads does as many jobs at once as it has threads,
//! even if they only wait ([`Pool`](crate::Pool)). A runtime's
//! threads do not wait with their tasks.
//!
//! **Either.** One function finishes a call and a unit
//! ([`either`]). **In order.** Results come in the order in which
//! they were asked for, as soon as they can ([`ordered`]).

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod either;
pub mod ordered;
pub mod thread;
