//! What was seen, in a sentence.

use flags::{Job, server::Seen};

/// Says how many requests the server saw at once.
pub(super) fn at_once(job: &Job, seen: Option<&Seen>) -> String {
    let Some(seen) = seen else {
        return String::new();
    };
    let (peak, allowed) = (seen.peak_in_flight, job.max_req());
    format!(
        "The server counted {peak} requests at once at the most, \
         {allowed} allowed.\n"
    )
}
