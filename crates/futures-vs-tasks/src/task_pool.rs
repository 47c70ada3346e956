//! As many tasks at once as there are permits.

use std::sync::Arc;

use tokio::{
    sync::Semaphore,
    task::{self, JoinHandle},
};

/// The async twin of [`Pool`](crate::Pool): tasks cost so little
/// that each job gets its own, and only those with a permit run.
#[derive(Debug)]
pub struct TaskPool(Arc<Semaphore>);

impl TaskPool {
    /// Makes a pool that runs `size` jobs at once.
    pub fn new(size: usize) -> Self {
        Self(Arc::new(Semaphore::new(size)))
    }

    /// Hands in `work`, to be run as soon as there is a permit.
    ///
    /// # Panics
    ///
    /// Outside a runtime.
    pub fn submit<F>(&self, work: F) -> JoinHandle<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        let permits = self.0.clone();
        task::spawn(async move {
            let permit = permits.acquire().await;
            let _permit = permit.expect("nobody closes it");
            work.await
        })
    }
}
