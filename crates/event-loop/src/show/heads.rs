//! The line above each step's output.

/// Returns what `step` of the thread half shows.
pub(super) fn thread(step: &str) -> &'static str {
    match step {
        "chain" => {
            "Three calls, one inside the other. The thread sleeps \
             below them."
        }
        "run_sync" => {
            "run_sync(function) is a call: it stops the thread \
             that makes it, no other."
        }
        "callbacks" => {
            "A callback for each source; the thread that waits for \
             it calls it."
        }
        "tokio" => {
            "The same functions on tokio, which keeps threads for \
             what blocks."
        }
        _ => {
            "A thread waits for each source; the kernel decides \
             who runs."
        }
    }
}

/// Returns what `step` of the async half shows.
pub(super) fn r#async(step: &str) -> &'static str {
    match step {
        "chain" => {
            "Three futures, one inside the other, on our loop and \
             its one thread."
        }
        "run_sync" => {
            "run_sync(future) makes the thread that calls it a \
             loop, until it is done."
        }
        "callbacks" => {
            "A callback for each source; one loop on one thread \
             calls them all."
        }
        "tokio" => {
            "The same tasks on tokio's current-thread runtime; \
             only a `use` differs."
        }
        _ => {
            "Our loop, on one thread. A row is a poll; rows of one \
             turn were ready at once."
        }
    }
}
