//! One function that finishes a future or a task.

use tokio::task;

use super::Request;

/// Answers.
async fn answer(number: u32) -> u32 {
    task::yield_now().await; // the runtime may run another one
    number
}

/// Finishes whatever it is given.
pub async fn finish<U>(unit: U) -> U::Output
where
    U: IntoFuture,
{
    unit.await // other tasks run meanwhile
}

/// Finishes a call, a unit and a request.
///
/// # Panics
///
/// Outside a runtime.
pub async fn either() -> [u32; 3] {
    let call = finish(answer(1)).await;
    let unit = task::spawn(answer(2));
    let unit = finish(unit).await.expect("no panic");
    let request = finish(Request(3)).await;
    [call, unit, request]
}
