//! # Two permits, and one at work
//!
//! `compute_all` is async, it spawns a task for each of its jobs,
//! and it has permits for two cores. All the same only one job
//! computes at a time, and no other task runs meanwhile.
//!
//! Mend it: two jobs compute at the same time, never more, and the
//! runtime's only thread stays free for other tasks. The answers
//! still come in the order of the jobs.

use std::{sync::Arc, thread};
use tokio::{sync::Semaphore, task};

const CORES: usize = 2;

type Job<T> = Box<dyn FnOnce() -> T + Send>;

/// Computes all jobs, as many at once as there are cores.
async fn compute_all<T: Send + 'static>(
    jobs: Vec<Job<T>>,
) -> Vec<T> {
    let cores = Arc::new(Semaphore::new(CORES));
    let mut units = Vec::new();
    for job in jobs {
        let permit = cores.clone().acquire_owned().await;
        let permit = permit.expect("it is never closed");
        // TODO: which thread computes this? And the next one?
        units.push(task::spawn(async move {
            let answer = job();
            drop(permit);
            answer
        }));
    }
    let mut answers = Vec::new();
    for unit in units {
        answers.push(unit.await.expect("a job panicked"));
    }
    answers
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let main = thread::current().id();
    let job = |end| -> Job<_> {
        let sum = move || (0..end).sum::<u64>();
        Box::new(move || (sum(), thread::current().id()))
    };
    let jobs = [1_000_000, 2_000_000, 3_000_000].map(job);
    for (sum, thread) in compute_all(jobs.into()).await {
        let who = if thread == main { "this" } else { "another" };
        println!("{sum}, computed by {who} thread.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossbeam_channel as channel;
    use ntest::timeout;
    use std::time::Duration;
    use tokio::{runtime::Builder, sync::mpsc};

    const PATIENCE: Duration = Duration::from_secs(2);

    #[test]
    #[timeout(10_000)]
    fn two_jobs_compute_at_the_same_time_and_tasks_run() {
        let (begin, begun) = channel::bounded(9);
        let (go, may_go) = channel::bounded::<()>(9);
        let (ask, mut asked) = mpsc::channel::<()>(1);
        let (answer, answered) = channel::bounded(9);
        // A job begins, and then computes until it may go.
        let job = move |number: usize| -> Job<usize> {
            let (begin, may_go) = (begin.clone(), may_go.clone());
            Box::new(move || {
                begin.send(number).ok();
                may_go.recv().ok();
                number
            })
        };
        let runtime = thread::spawn(move || {
            let runtime = Builder::new_current_thread().build();
            runtime.expect("a runtime").block_on(async move {
                task::spawn(async move {
                    while asked.recv().await.is_some() {
                        answer.send(()).ok();
                    }
                });
                compute_all((0..4).map(job).collect()).await
            })
        });
        let begins = || begun.recv_timeout(PATIENCE).is_ok();
        let tasks_run = || {
            ask.try_send(()).ok();
            answered.recv_timeout(PATIENCE).is_ok()
        };
        assert!(begins(), "no job begins");
        assert!(
            tasks_run(),
            "one job computes, no second one begins, and no task \
             runs: all tasks are on one thread, and who computes \
             never gives it away. A permit brings no thread"
        );
        assert!(
            begins(),
            "one job computes, and the next begins only when it \
             is done, though there is a core for each of them"
        );
        assert!(
            begun.recv_timeout(PATIENCE / 20).is_err(),
            "a third job computes beside the two: there are \
             {CORES} cores, and each was to have one job"
        );
        go.send(()).and(go.send(())).expect("two may go");
        assert!(begins() && begins(), "the other two never begin");
        assert!(
            tasks_run(),
            "the last two jobs compute, and no task runs: the \
             only thread for tasks waits for them, and blocks"
        );
        drop(go);
        assert_eq!(
            runtime.join().expect("compute_all panicked"),
            [0, 1, 2, 3],
            "the answers were to come in the order of the jobs"
        );
    }
}
