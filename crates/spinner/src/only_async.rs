//! The spinner, as one would write it who has only tasks.

use std::{io, pin::pin};

use tokio::time::timeout;

use crate::{Screen, Times, r#async::slow_function};

/// Spins while `slow_function` waits; returns its answer.
///
/// # Errors
///
/// None: nothing is started that the system could refuse.
pub async fn supervisor(
    times: Times,
    screen: &Screen,
) -> io::Result<u32> {
    let _eraser = screen.eraser();
    let mut slow = pin!(slow_function(times.work));
    loop {
        screen.draw();
        let rest = timeout(times.tick, &mut slow);
        if let Ok(answer) = rest.await {
            return Ok(answer);
        }
    }
}
