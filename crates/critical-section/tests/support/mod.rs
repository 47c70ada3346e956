//! What the tests of this crate share.

// Each test binary uses a part of it.
#![allow(dead_code, unused_imports)]

use std::{future::Future, io, time::Duration};

use critical_section::{Bank, DEADLINE, Outcome, journal::Journal};
pub(crate) use testing::in_time;
use tokio::{runtime::Runtime, task::LocalSet};

/// How long a transfer waits in vain, where nobody can come.
pub(crate) const SHORT: Duration = Duration::from_millis(20);

/// A bank in whose gap transfers are sure to meet.
pub(crate) fn open() -> Bank {
    Bank::new(DEADLINE, Journal::silent())
}

/// A bank in whose gap a transfer waits in vain.
pub(crate) fn guarded() -> Bank {
    Bank::new(SHORT, Journal::silent())
}

/// Runs `future` on `runtime`, tasks that stay on it included.
pub(crate) fn block_on<T>(
    runtime: io::Result<Runtime>,
    future: impl Future<Output = T>,
) -> T {
    let runtime = runtime.expect("a runtime starts");
    LocalSet::new().block_on(&runtime, future)
}

/// Asserts that both orders were carried out, and nothing is lost.
#[track_caller]
pub(crate) fn assert_kept(outcome: &Outcome) {
    assert_eq!(outcome.ends, [Ok(()), Ok(())]);
    assert_eq!(outcome.lost(), 0, "{outcome:?}");
    assert_eq!(outcome.balances, [70, 70, 160]);
}

/// Asserts that both orders were carried out, and 30 are lost.
#[track_caller]
pub(crate) fn assert_lost(outcome: &Outcome) {
    assert_eq!(outcome.ends, [Ok(()), Ok(())]);
    assert_eq!(outcome.lost(), 30, "{outcome:?}");
    assert_eq!(outcome.balances, [70, 70, 130]);
}
