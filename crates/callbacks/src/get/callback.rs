//! By a callback, which an event loop calls.

use std::thread;

use super::{Watched, blocking};
use crate::{Error, Stage, event_loop::Handle};

/// What is called when a result is there: once at the most, since
/// calling it uses it up.
pub trait Callback<T>:
    FnOnce(Result<T, Error>) + Send + 'static
{
}

impl<T, F> Callback<T> for F where
    F: FnOnce(Result<T, Error>) + Send + 'static
{
}

/// Who can be asked for a stage, and calls back.
pub trait Get: Sync {
    /// Asks for `stage` and returns at once; `callback` is called
    /// later.
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>);
}

/// Makes whoever blocks call back: a helper thread waits, and the
/// callback is a job for the event loop.
#[derive(Clone, Debug)]
pub struct OnLoop<G> {
    /// Who is asked, by the helper.
    pub inner: G,
    /// The loop that calls back.
    pub handle: Handle,
}

impl<G> Get for OnLoop<G>
where
    G: blocking::Get + Clone + Send + Sync + 'static,
{
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>) {
        let Self { inner, handle } = self.clone();
        thread::spawn(move || {
            let answer = inner.get(stage); // the helper waits
            handle.post(move || callback(answer));
        });
    }
}

impl<G: Get> Get for Watched<G> {
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>) {
        let log = self.log.clone();
        let asked = log.asked(stage);
        self.inner.get(stage, move |answer| {
            log.answered(asked, &answer);
            callback(answer);
        });
    }
}
