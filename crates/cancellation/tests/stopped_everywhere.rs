//! One job, stopped at every place where it can be stopped.

mod support;

use std::{path::Path, pin::pin, time::Duration};

use cancellation::{
    Audit, Job, Unit,
    child::Scene,
    exit,
    lost::{self, End, RECORDS, polls},
};
use support::{in_time, plan};
use tokio_util::sync::CancellationToken;

const THREAD: &str = env!("CARGO_BIN_EXE_cancellation_thread");
const ASYNC: &str = env!("CARGO_BIN_EXE_cancellation_async");

const NONE: [usize; 0] = [];
const SOON: Duration = Duration::from_millis(2);

/// Polls `copy` so many times and drops it, for each number until
/// it completes.
fn dropped_everywhere(
    copy: impl AsyncFn(&Job, &CancellationToken) -> End,
) -> Vec<Audit> {
    let mut audits = Vec::new();
    for polls in 0..100 {
        let job =
            Job::new(RECORDS, Duration::ZERO, Box::new(|_| {}));
        let stop = CancellationToken::new();
        let end = polls::poll_times(pin!(copy(&job, &stop)), polls);
        audits.push(job.audit());
        if end == Some(End::Finished) {
            return audits;
        }
    }
    panic!("it did not complete: {audits:#?}")
}

fn lost(audits: &[Audit]) -> Vec<&[usize]> {
    audits.iter().map(|audit| &audit.lost[..]).collect()
}

fn twice(audits: &[Audit]) -> Vec<&[usize]> {
    audits.iter().map(|audit| &audit.twice[..]).collect()
}

/// Returns a column of the table that a binary shows.
fn column(table: &lost::Table, column: usize) -> Vec<Audit> {
    let rows = table.rows.iter();
    rows.map(|row| row[column].clone()).collect()
}

fn of_futures() -> lost::Table {
    let plan = plan(Unit::Task, SOON);
    in_time("the futures end", move || {
        lost::of_futures(&plan).expect("no child is needed")
    })
}

fn of_threads() -> lost::Table {
    let plan = plan(Unit::Thread, SOON);
    in_time("the children end", move || {
        lost::of_threads(&plan, Path::new(THREAD))
            .expect("the children run")
    })
}

#[test]
fn a_future_with_nothing_in_its_hands_loses_nothing_anywhere() {
    let dropped = dropped_everywhere(lost::r#async::copy);
    assert_eq!(dropped.len(), 8);
    assert!(dropped.iter().all(Audit::is_whole), "{dropped:#?}");
    assert_eq!(dropped, column(&of_futures(), 0));
}

#[test]
fn a_future_with_a_record_in_its_hands_loses_it() {
    let dropped = dropped_everywhere(lost::loses::wrong::copy);
    let expected: [&[usize]; 8] =
        [&[], &[], &[1], &[], &[2], &[], &[3], &[]];
    assert_eq!(lost(&dropped), expected);
    assert_eq!(dropped, column(&of_futures(), 1));
}

#[test]
fn a_future_that_removes_a_record_later_leaves_it_twice() {
    let dropped = dropped_everywhere(lost::doubles::wrong::copy);
    let expected: [&[usize]; 8] =
        [&[], &[], &[1], &[], &[2], &[], &[3], &[]];
    assert_eq!(twice(&dropped), expected);
    assert_eq!(dropped, column(&of_futures(), 2));
}

#[test]
fn a_thread_that_main_leaves_loses_what_is_in_its_hands() {
    let table = of_threads();
    let [right, wrong, told] =
        [0, 1, 2].map(|index| column(&table, index));
    assert_eq!(right.len(), 7);
    assert!(right.iter().all(Audit::is_whole), "{right:#?}");
    let expected: [&[usize]; 7] =
        [&[], &[1], &[], &[2], &[], &[3], &[]];
    assert_eq!(lost(&wrong), expected);
    assert!(told.iter().all(Audit::is_whole), "{told:#?}");
}

/// Runs a child of the step `exit` that waits so long for each
/// record.
fn child(unit: Unit, scene: Scene, pace: Duration) -> exit::Exit {
    let program = if unit == Unit::Thread { THREAD } else { ASYNC };
    let plan = plan(unit, pace);
    in_time("the child ends", move || {
        exit::of_child(&plan, Path::new(program), scene)
            .expect("the child runs")
    })
}

#[test]
fn a_main_that_waits_for_its_unit_loses_nothing() {
    for unit in [Unit::Thread, Unit::Task] {
        let exit = child(unit, Scene::MainWaits, SOON);
        assert_eq!(exit.audit.sink, [1, 2], "{unit}");
        assert_eq!(exit.audit.lost, NONE, "{unit}");
        assert!(exit.cleaned_up, "{unit}");
    }
}

#[test]
fn a_main_that_returns_loses_a_record_and_a_threads_guard() {
    // An hour for each record: only the end of main ends it.
    let hour = support::LONG;
    for unit in [Unit::Thread, Unit::Task] {
        let exit = child(unit, Scene::MainReturns, hour);
        assert_eq!(exit.audit.lost, [1], "{unit}");
        assert_eq!(exit.cleaned_up, unit == Unit::Task, "{unit}");
    }
}
