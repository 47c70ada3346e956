//! What makes three stages begin, where there are tasks.

use tokio::task;

use flags::Code;

use super::Scheduled;
use crate::{r#async::three_stages, get::asynchronous::Get, hell};

/// Calls, combines, awaits, spawns, awaits; looks after each.
///
/// # Panics
///
/// Outside a runtime, or if a stage panics.
pub async fn supervisor<G>(
    client: &G,
    wanted: Code,
    seen: &mut Scheduled<'_>,
) where
    G: Get + Clone + Send + Sync + 'static,
{
    let _made = three_stages(client, wanted);
    seen.look("an async fn is called");
    let left = hell::r#async::three_stages(client, wanted);
    seen.look("combinators are put together");
    left.await.ok(); // others run
    seen.look("they are awaited");
    let client = client.clone();
    let unit = task::spawn(async move {
        three_stages(&client, wanted).await // main must wait
    });
    seen.look_busily("a task is spawned, main is busy");
    unit.await.expect("no stage panics").ok();
    seen.look("it is awaited");
}
