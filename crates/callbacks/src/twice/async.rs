//! A callback that may be called again, and one answer: awaited.

use tokio::sync::oneshot;

use super::Get;
use crate::get::asynchronous;
use crate::{Cause::NeverCalled, Error, Stage};

/// Whoever calls back, turned into somebody who is awaited.
#[derive(Clone, Debug)]
pub struct Awaited<G>(pub G);

impl<G: Get + Sync> asynchronous::Get for Awaited<G> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let (sender, answer) = oneshot::channel();
        let mut sender = Some(sender);
        self.0.get(stage, move |body| {
            if let Some(sender) = sender.take() {
                sender.send(body).ok();
            }
        });
        let body = answer.await; // others run
        body.unwrap_or_else(|_| Err(stage.failed(NeverCalled)))
    }
}
