//! An event loop to be read whole.
//!
//! Its names and signatures are tokio's, so that a program moves
//! from one to the other by its `use` line.
//!
//! Below it is the operating system. That watches the sockets and
//! lets this thread sleep until one is ready; Linux calls it
//! epoll, macOS kqueue, Windows IOCP, and the crate `mio` calls
//! each by one name. The system knows sockets. It knows no task,
//! no future and no waker: these are ours.
//!
//! # Layout
//!
//! - `current`: the loop of this thread, entered and left
//! - `executor`: polls the tasks that are ready, then sleeps
//! - `ready`: the ready queue, and the wakers that fill it
//! - `timers`, [`time`]: who is to be woken when
//! - `reactor`: who is to be woken for which socket
//! - `socket`, [`net`], [`io`]: a connection, and its lines
//! - [`task`], `join`, `slot`: spawning, and results to await
//!
//! What it does it tells the [`trace`](crate::trace).
//!
//! Left out, to stay short: a pool of threads (each blocking call
//! gets a thread of its own), writing to sockets, and catching
//! the panic of a task (it ends the loop).

pub(crate) mod current;
mod executor;
pub mod io;
mod join;
pub mod net;
mod reactor;
mod ready;
mod slot;
mod socket;
pub mod task;
pub mod time;
mod timers;

pub use executor::{block_on, watch};
