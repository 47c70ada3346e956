//! By a call that blocks its thread until the answer is there.

use clients::blocking::Client;

use super::{Refusing, Remote, Watched};
use crate::{Error, Stage};

/// Who can be asked for a stage, and blocks.
pub trait Get {
    /// Asks for `stage`; returns when its answer is there.
    ///
    /// # Errors
    ///
    /// If none comes, or a refusal.
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error>;
}

impl Get for Remote<Client> {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let answer = self.client.get(&stage.url(&self.site));
        let answer = answer.map_err(|error| stage.failed(error))?;
        Ok(answer.body)
    }
}

impl<G: Get> Get for Watched<G> {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let asked = self.log.asked(stage);
        let answer = self.inner.get(stage);
        self.log.answered(asked, &answer);
        answer
    }
}

impl<G: Get> Get for Refusing<G> {
    fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        self.check(stage)?;
        self.inner.get(stage)
    }
}
