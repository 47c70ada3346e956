//! What was seen, in a sentence.

use flags::{Job, server::Seen};

/// How a permit is held.
pub(super) const HELD: &str = "let _permit = acquire()";

/// How a permit is let go at once.
pub(super) const LET_GO: &str = "let _ = acquire()";

/// Nothing but a semaphore.
pub(super) const ALONE: &str = "semaphore alone";

/// A semaphore, and something beside it.
pub(super) const LIMITED: &str = "with a limiter";

/// Says how many requests the server saw at once.
pub(super) fn at_once(job: &Job, seen: Option<&Seen>) -> String {
    let Some(seen) = seen else {
        return "How many requests it had at once, only the server \
                knows.\n"
            .into();
    };
    let (peak, allowed) = (seen.peak_in_flight, job.max_req());
    let requests = if peak == 1 { "request" } else { "requests" };
    format!(
        "The server counted {peak} {requests} at once at the most, \
         {allowed} allowed.\n"
    )
}
