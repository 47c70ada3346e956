//! What comes of a task whose work fails.

use tokio::sync::oneshot;
use tokio::task;

use crate::{Table, hook, message};

/// Looks for a flag in vain.
async fn look(code: &str) -> Result<u32, String> {
    Err(format!("no flag {code}"))
}

/// Looks for a flag in vain, and makes much of it.
async fn must(code: &str) -> u32 {
    look(code).await.unwrap_or_else(|error| panic!("{error}"))
}

/// Spawns a look for `code` that nobody joins, waits for its end,
/// and tells whether anybody heard of it.
async fn unheard(code: &'static str, panics: bool) -> hook::Heard {
    let (done, end) = oneshot::channel::<()>();
    let unit = async move {
        let _done = done;
        match panics {
            true => Ok(must(code).await),
            false => look(code).await,
        }
    };
    drop(task::spawn(unit)); // the runtime runs it
    end.await.ok(); // other tasks run meanwhile
    hook::heard(&format!("no flag {code}"))
}

/// Shows what is heard of each failure.
///
/// # Panics
///
/// Outside a runtime.
pub async fn show(table: &mut Table) {
    let unit = task::spawn(look("XA"));
    let end = unit.await; // other tasks run meanwhile
    table.row("an Err, joined", format!("{end:?}"));
    let unit = task::spawn(must("XB"));
    let error = unit.await.expect_err("a panic");
    table.row("a panic, joined", format!("{error:?}"));
    let payload = error.into_panic();
    table.row("the message in it", message(&*payload));
    let heard = unheard("XC", false).await;
    table.row("an Err that nobody joins", heard);
    let heard = unheard("XD", true).await;
    table.row("a panic that nobody joins", heard);
}
