//! A callback API to block on, and blocking code that calls back.

use std::thread;

use crossbeam_channel as channel;

use flags::Code;

use crate::get::{blocking, callback, callback::Callback};
use crate::{
    Cause::NeverCalled, Error, Flag, Stage, thread::three_stages,
};

/// Whoever calls back, turned into somebody who blocks.
#[derive(Clone, Debug)]
pub struct Awaited<G>(pub G);

impl<G: callback::Get> blocking::Get for Awaited<G> {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let (sender, answer) = channel::bounded(1);
        self.0.get(stage, move |body| {
            sender.send(body).ok();
        });
        let body = answer.recv(); // this thread waits
        body.unwrap_or_else(|_| Err(stage.failed(NeverCalled)))
    }
}

/// Three stages for those who have a callback: returns at once,
/// and `callback` is called with what comes of them.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn three_stages_then<G>(
    client: G,
    code: Code,
    callback: impl Callback<Flag>,
) where
    G: blocking::Get + Send + 'static,
{
    thread::spawn(move || {
        let flag = three_stages(&client, code); // its thread waits
        callback(flag);
    });
}
