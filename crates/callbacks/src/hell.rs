//! Step `hell`: what came before async/await.
//!
//! In [`thread`] all is callbacks, and one thread calls them: the
//! event loop. What comes next stands inside of what came before,
//! and whatever an error needs, it needs at each stage once more:
//! no `?` leads out of a callback, since who called it is the
//! loop. One stage that forgets to pass its error on ([`wrong`]),
//! and nobody hears of it: the compiler does not mind.
//!
//! In [`async`] all is combinators: each makes a future of a
//! future, and an error passes by what it has no use for. What a
//! later stage needs from an earlier one stands inside of it, as
//! with callbacks; what two branches need, both must have.
//!
//! The two files are not line-parallel: one says what happens
//! next, the other what it becomes, and bent into the same lines,
//! both would be something that nobody ever wrote.

use std::time::Duration;

use flags::Code;

use crate::{
    Error, Flag, Log, event_loop,
    get::{Watched, blocking, callback::OnLoop},
    heart,
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod cost;
pub mod thread;
pub mod wrong;

/// What is called with what three stages come to.
pub type Done = Box<dyn FnOnce(Result<Flag, Error>) + Send>;

/// [`thread::three_stages`] or [`wrong::three_stages`], on a loop.
pub type ThreeStages<G> = fn(Watched<OnLoop<G>>, Code, Done);

/// Makes this thread the event loop of `three_stages`, and returns
/// what comes of them. A heart beats, too: one more job of the
/// loop.
///
/// # Errors
///
/// If a stage fails, or the loop has nothing left to do and
/// nothing has come.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn on_this_thread<G>(
    client: G,
    log: &Log,
    every: Duration,
    wanted: Code,
    three_stages: ThreeStages<G>,
) -> Result<Flag, Error>
where
    G: blocking::Get + Clone + Send + Sync + 'static,
{
    let log = log.clone();
    let mut ends =
        event_loop::on_this_thread(move |handle, sender| {
            let stop = heart::on_loop(handle.clone(), &log, every);
            let inner = OnLoop { inner: client, handle };
            let client = Watched { inner, log };
            let done = move |flag| {
                sender.send(flag).ok();
                drop(stop); // as when nobody calls this
            };
            three_stages(client, wanted, Box::new(done));
        });
    ends.pop().unwrap_or(Err(Error::NoResult))
}
