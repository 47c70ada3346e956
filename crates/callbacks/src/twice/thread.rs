//! A callback that may be called again, and one answer: blocking.

use crossbeam_channel as channel;

use super::Get;
use crate::get::blocking;
use crate::{Cause::NeverCalled, Error, Stage};

/// Whoever calls back, turned into somebody who blocks.
#[derive(Clone, Debug)]
pub struct Awaited<G>(pub G);

impl<G: Get> blocking::Get for Awaited<G> {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let (sender, answer) = channel::bounded(1);
        let mut sender = Some(sender);
        self.0.get(stage, move |body| {
            if let Some(sender) = sender.take() {
                sender.send(body).ok();
            }
        });
        let body = answer.recv(); // this thread waits
        body.unwrap_or_else(|_| Err(stage.failed(NeverCalled)))
    }
}
