//! At most so many threads at once, in order and not.

use crate::buffer::Buffer;
use std::sync::Arc;

use clients::blocking::Client;

use crate::{Again, Taken, thread::download_one};
use flags::{Job, Outcome};

/// Describes the downloads of `job`; none of them has begun.
pub fn downloads(
    job: &Arc<Job>,
) -> impl Iterator<Item = impl FnOnce() -> Outcome + use<>> {
    let (job, client) = (job.clone(), Client::new(job));
    job.codes().to_vec().into_iter().map(move |code| {
        let (job, client) = (job.clone(), client.clone());
        move || download_one(&client, &job, code)
    })
}

/// Takes the results in the order of the codes.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn ordered(job: &Arc<Job>, ahead: usize) -> Taken {
    let mut taken = Taken::begin("buffered");
    let ends = downloads(job).buffered(ahead);
    for outcome in ends {
        taken.note(outcome.code);
    }
    taken
}

/// Takes the results in the order in which they are there.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn unordered(job: &Arc<Job>, ahead: usize) -> Taken {
    let mut taken = Taken::begin("buffer_unordered");
    let ends = downloads(job).buffer_unordered(ahead);
    for outcome in ends {
        taken.note(outcome.code);
    }
    taken
}

/// Takes the results in both orders, and shows when.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn all(again: Again<'_>, ahead: usize) -> [Taken; 2] {
    let ordered = ordered(&again.job(), ahead);
    ordered.show();
    let unordered = unordered(&again.job(), ahead);
    unordered.show();
    [ordered, unordered]
}
