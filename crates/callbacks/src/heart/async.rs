//! A heart that beats in a task of its own.

use std::time::Duration;
use tokio::{sync::mpsc, task, time};

use crate::Log;

/// Runs `work` while a heart beats beside it, into `log`.
///
/// # Panics
///
/// Outside a runtime.
pub async fn beside<T>(
    log: &Log,
    every: Duration,
    work: impl Future<Output = T>,
) -> T {
    let (stop, mut stopped) = mpsc::channel::<()>(1);
    let beating = log.clone();
    let heart = task::spawn(async move {
        while time::timeout(every, stopped.recv()).await.is_err() {
            beating.beat();
        }
    });
    let end = work.await; // this task waits, the heart's beats on
    drop(stop);
    heart.await.expect("a heart does not panic");
    end
}
