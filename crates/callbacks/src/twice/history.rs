//! An API as in history, which calls back as often as it likes.

use std::{fmt, thread};

use crate::{Error, Stage, event_loop::Handle, get::blocking};

/// What may be called any number of times.
pub trait Again<T>:
    FnMut(Result<T, Error>) + Send + 'static
{
}

impl<T, F> Again<T> for F where
    F: FnMut(Result<T, Error>) + Send + 'static
{
}

/// Who can be asked for a stage, and calls back: how often, is not
/// said.
pub trait Get: Sync {
    /// Asks for `stage` and returns at once; `callback` is called
    /// later.
    fn get(&self, stage: Stage, callback: impl Again<Vec<u8>>);
}

/// How often a callback is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Calls {
    /// As it should be.
    Once,
    /// By mistake.
    Twice,
    /// It is dropped.
    Never,
}

/// Whoever blocks, made to call back by an event loop, and not as
/// often as it should at the second stage.
#[derive(Clone, Debug)]
pub struct Unreliable<G> {
    /// Who is asked, by a helper thread.
    pub inner: G,
    /// The loop that calls back.
    pub handle: Handle,
    /// How often it calls back at the second stage.
    pub calls: Calls,
}

impl<G> Get for Unreliable<G>
where
    G: blocking::Get + Clone + Send + Sync + 'static,
{
    fn get(&self, stage: Stage, mut callback: impl Again<Vec<u8>>) {
        let Self { inner, handle, calls } = self.clone();
        thread::spawn(move || {
            let answer = inner.get(stage);
            let second = matches!(stage, Stage::Metadata(_));
            let calls = if second { calls } else { Calls::Once };
            handle.post(move || match (calls, answer) {
                (Calls::Never, _) => {}
                (Calls::Twice, Ok(body)) => {
                    callback(Ok(body.clone()));
                    callback(Ok(body));
                }
                (_, answer) => callback(answer),
            });
        });
    }
}

impl fmt::Display for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Once => "once",
            Self::Twice => "twice",
            Self::Never => "never",
        })
    }
}
