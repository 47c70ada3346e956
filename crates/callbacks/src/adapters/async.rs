//! A callback API to await, and async code that calls back.

use tokio::task;

use tokio::sync::oneshot;

use flags::Code;

use crate::get::{asynchronous, callback, callback::Callback};
use crate::{
    Cause::NeverCalled, Error, Flag, Stage, r#async::three_stages,
};

/// Whoever calls back, turned into somebody who is awaited.
#[derive(Clone, Debug)]
pub struct Awaited<G>(pub G);

impl<G: callback::Get> asynchronous::Get for Awaited<G> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let (sender, answer) = oneshot::channel();
        self.0.get(stage, move |body| {
            sender.send(body).ok();
        });
        let body = answer.await; // others run
        body.unwrap_or_else(|_| Err(stage.failed(NeverCalled)))
    }
}

/// Three stages for those who have a callback: returns at once,
/// and `callback` is called with what comes of them.
///
/// # Panics
///
/// Outside a runtime.
pub fn three_stages_then<G>(
    client: G,
    code: Code,
    callback: impl Callback<Flag>,
) where
    G: asynchronous::Get + Send + 'static,
{
    task::spawn(async move {
        let flag = three_stages(&client, code).await; // others run
        callback(flag);
    });
}
