//! Many jobs, a few at once.

use std::{
    num::NonZero,
    sync::{Mutex, PoisonError},
    thread,
};

use anyhow::Result;

/// Does all `jobs`, as many at once as there are cores; returns
/// what they come to, in their order.
///
/// # Errors
///
/// The first error of a job, in their order.
pub(super) fn parallel<J: Sync, R: Send>(
    jobs: &[J],
    perform: impl Fn(&J) -> Result<R> + Sync,
) -> Result<Vec<R>> {
    let threads =
        thread::available_parallelism().map_or(1, NonZero::get);
    let next = Mutex::new(jobs.iter().enumerate());
    let done = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let job = lock(&next).next();
                    let Some((number, job)) = job else { break };
                    let result = perform(job);
                    lock(&done).push((number, result));
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, result)| result).collect()
}

fn lock<T>(
    mutex: &Mutex<T>,
) -> impl std::ops::DerefMut<Target = T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
