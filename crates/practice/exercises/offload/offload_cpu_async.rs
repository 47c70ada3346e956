//! # Two permits, and one at work
//!
//! `compute_all` has jobs that compute. It is async, it spawns a
//! task for each job, and a semaphore has a permit for each of the
//! two cores. All the same only one job computes at a time, and no
//! other task runs until all of them are done.
//!
//! Mend it: two jobs compute at the same time, never more, and the
//! runtime's only thread stays free for other tasks. The answers
//! still come in the order of the jobs.

use std::{sync::Arc, thread};
use tokio::{sync::Semaphore, task};

const CORES: usize = 2;

/// Something that computes, and never waits.
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

/// Counts the primes below `end`, without haste.
fn count_primes(end: u32) -> usize {
    let is_prime = |n: &u32| (2..*n).all(|by| n % by != 0);
    (2..end).filter(is_prime).count()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let main = thread::current().id();
    let job = |end| -> Job<(usize, bool)> {
        let its_thread = || thread::current().id();
        Box::new(move || (count_primes(end), its_thread() == main))
    };
    let jobs = [1000, 2000, 3000, 4000].map(job);
    for (count, by_main) in compute_all(jobs.into()).await {
        let who = if by_main { "the only" } else { "another" };
        println!("{count} primes, counted by {who} thread.");
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
        let (go, may_go) = channel::bounded::<()>(0);
        let (ask, mut asked) = mpsc::channel::<()>(1);
        let (answer, answered) = channel::bounded(1);
        let run = move || {
            // Each job begins, and then computes until it may go.
            let job = |number: usize| -> Job<usize> {
                let (begin, may_go) =
                    (begin.clone(), may_go.clone());
                Box::new(move || {
                    begin.send(number).expect("the test listens");
                    may_go.recv().ok();
                    number
                })
            };
            let jobs = (0..4).map(job).collect();
            let runtime = Builder::new_current_thread().build();
            runtime.expect("a runtime").block_on(async move {
                task::spawn(async move {
                    asked.recv().await;
                    answer.send(()).ok();
                });
                compute_all(jobs).await
            })
        };
        let runtime = thread::spawn(run);

        begun.recv_timeout(PATIENCE).expect("no job begins");
        assert!(
            begun.recv_timeout(PATIENCE).is_ok(),
            "one job computes, and no second one begins: all tasks \
             are on one thread, and a job that computes never \
             gives that away. A permit is a leave, and no thread"
        );
        ask.try_send(()).expect("one fits in");
        assert!(
            answered.recv_timeout(PATIENCE).is_ok(),
            "two jobs compute, but no other task runs meanwhile: \
             the runtime's only thread waits for them"
        );
        assert!(
            begun.recv_timeout(PATIENCE / 20).is_err(),
            "a third job computes beside the two: there are \
             {CORES} cores, and each was to have one job"
        );
        drop(go);
        assert_eq!(
            runtime.join().expect("compute_all panicked"),
            [0, 1, 2, 3],
            "the answers were to come in the order of the jobs"
        );
    }
}
