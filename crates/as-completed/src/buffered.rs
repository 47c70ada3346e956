//! Step `buffered`: at most N under way, in order and not.
//!
//! Both ways keep at most N requests under way. `buffered` hands
//! out the results in the order in which they were asked for: one
//! slow answer keeps those behind it, which are there already, and
//! their places too. `buffer_unordered` hands out whichever is
//! there, and asks for the next one at once.

use flags::server::Embedded;

use crate::Taken;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// Says when the last result was taken in each order, and how many
/// requests the server saw at once.
pub(crate) fn summary(
    taken: &[Taken],
    server: Option<&dyn Embedded>,
) -> String {
    let mean = |it: &Taken| {
        let mean = it.means().as_completed.as_millis();
        let last = it.last().as_millis();
        format!("{}: {mean} ms, the last {last} ms", it.way)
    };
    let means: Vec<_> = taken.iter().map(mean).collect();
    let peak = server.map_or(String::new(), |server| {
        let peak = server.seen().peak_in_flight;
        format!("The server saw at most {peak} at once. ")
    });
    format!("{peak}Waited on average,\n{}.", means.join("; "))
}
