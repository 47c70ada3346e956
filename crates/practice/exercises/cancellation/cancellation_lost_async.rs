//! # The records that a report costs
//!
//! Records are copied from a source to a sink, one after the
//! other; between `take` and `put` there is a wait. Every 250 ms a
//! line reports how far it is. Since these lines were added, now
//! and then a record arrives in no place.
//!
//! Mend `copy_all`: all records arrive, in order, and the reports
//! still come while it copies. `copy_one` stays as it is.

use std::{cell::RefCell, collections::VecDeque, time::Duration};
use tokio::{select, time};

const PACE: Duration = Duration::from_millis(100);
const REPORT: Duration = Duration::from_millis(250);

/// Records, some still in the source, some already in the sink.
struct Job {
    source: RefCell<VecDeque<u32>>,
    sink: RefCell<Vec<u32>>,
}

impl Job {
    fn new(records: u32) -> Self {
        let source = RefCell::new((1..=records).collect());
        Self { source, sink: RefCell::default() }
    }

    fn has_more(&self) -> bool {
        !self.source.borrow().is_empty()
    }

    fn take(&self) -> Option<u32> {
        self.source.borrow_mut().pop_front()
    }

    fn put(&self, record: u32) {
        self.sink.borrow_mut().push(record);
    }

    fn pace(&self) -> Duration {
        PACE
    }
}

// As in crates/cancellation/src/delay/async.rs:
/// Copies one record: a step that is not to be cut in two.
async fn copy_one(job: &Job) {
    if let Some(record) = job.take() {
        time::sleep(job.pace()).await; // others run
        job.put(record);
    }
}
// (end of what the lesson has)

/// Copies all records, and calls `report` every now and then with
/// how many there are in the sink.
async fn copy_all(job: &Job, mut report: impl FnMut(usize)) {
    let mut ticks = time::interval(REPORT);
    ticks.tick().await; // the first one comes at once
    while job.has_more() {
        // TODO: what does `select!` do with who comes second?
        select! {
            biased;
            _ = ticks.tick() => report(job.sink.borrow().len()),
            () = copy_one(job) => {}
        }
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let job = Job::new(8);
    copy_all(&job, |count| println!("{count} are there.")).await;
    println!("The source is empty, and in the sink there are:");
    println!("{:?}", job.sink.borrow());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use tokio::runtime::Builder;

    #[test]
    #[timeout(10_000)]
    fn all_records_arrive_and_are_reported() {
        let runtime = Builder::new_current_thread()
            .enable_time()
            .start_paused(true)
            .build()
            .expect("a runtime");
        let (job, mut reports) = (Job::new(12), Vec::new());
        let copying = copy_all(&job, |count| reports.push(count));
        runtime.block_on(copying);
        let sink = job.sink.borrow();
        let is_lost = |record: &u32| !sink.contains(record);
        let lost: Vec<_> = (1..=12).filter(is_lost).collect();
        assert!(
            lost.is_empty(),
            "{} records of 12 are in no place any more: {lost:?}. \
             Each was taken when a report came; then `select!` \
             dropped the step that had it in its hands",
            lost.len()
        );
        assert!(
            sink.is_sorted() && sink.len() == 12,
            "the records arrive once, and in order: {sink:?}"
        );
        assert!(
            reports.len() >= 4,
            "12 records take 1,200 ms, with a report every 250: at \
             least 4. There were {}: {reports:?}",
            reports.len()
        );
    }
}
