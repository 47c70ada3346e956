//! By a future: whoever awaits it lets others run meanwhile.

use clients::asynchronous::Client;

use super::{Refusing, Remote, Watched};
use crate::{Error, Stage};

/// Who can be asked for a stage, and awaited.
pub trait Get: Sync {
    /// Asks for `stage` when polled; is ready when its answer is
    /// there.
    ///
    /// # Errors
    ///
    /// If none comes, or a refusal.
    fn get(
        &self,
        stage: Stage,
    ) -> impl Future<Output = Result<Vec<u8>, Error>> + Send;
}

impl Get for Remote<Client> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let url = stage.url(&self.site);
        let answer = self.client.get(&url).await;
        let answer = answer.map_err(|error| stage.failed(error))?;
        Ok(answer.body)
    }
}

impl<G: Get> Get for Watched<G> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        let asked = self.log.asked(stage);
        let answer = self.inner.get(stage).await;
        self.log.answered(asked, &answer);
        answer
    }
}

impl<G: Get> Get for Refusing<G> {
    async fn get(&self, stage: Stage) -> Result<Vec<u8>, Error> {
        self.check(stage)?;
        self.inner.get(stage).await
    }
}
