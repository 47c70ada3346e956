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

use std::{
    sync::mpsc::{self, RecvTimeoutError::Timeout},
    thread as threads,
    time::Duration,
};

use flags::Code;

use crate::{
    Error, Flag, Log,
    event_loop::event_loop,
    get::{Watched, blocking, callback::OnLoop},
};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod cost;
pub mod thread;
pub mod wrong;

/// Which of the two programs of callbacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// [`thread`].
    Right,
    /// [`wrong`].
    Wrong,
}

/// Makes this thread the event loop of three stages, and returns
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
    version: Version,
) -> Result<Flag, Error>
where
    G: blocking::Get + Clone + Send + 'static,
{
    let (handle, event_loop) = event_loop();
    let (stop, stopped) = mpsc::sync_channel::<()>(1);
    let (heart, beating) = (handle.clone(), log.clone());
    threads::spawn(move || {
        while stopped.recv_timeout(every) == Err(Timeout) {
            let beating = beating.clone();
            heart.post(move || beating.beat());
        }
    });
    let inner = OnLoop { inner: client, handle: handle.clone() };
    let client = Watched { inner, log: log.clone() };
    let (sender, end) = mpsc::sync_channel(1);
    let done = move |flag| {
        sender.send(flag).ok();
        drop(stop); // as when this is dropped and never called
    };
    handle.post(move || match version {
        Version::Right => {
            thread::three_stages(client, wanted, done);
        }
        Version::Wrong => {
            wrong::three_stages(client, wanted, done);
        }
    });
    drop(handle);
    event_loop.run();
    end.try_recv().unwrap_or(Err(Error::NoResult))
}
