//! What the steps promise, in both halves.

mod support;

use std::{
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::SeqCst},
    },
    task::{Context, Wake},
    time::{Duration, Instant},
};

use flag_server::EmbeddedServer;
use flags::{
    Report, country,
    server::{Delay, Embedded, Kind, Wanted},
};
use semaphore::{
    close::{self, Ends},
    fair::{self, First, Order},
    inside,
    rate::{self, RateLimiter},
    thread,
    wait::{self, ALLOWED, Seen},
};
use support::{awaited, in_time, job};
use tokio::{sync::Semaphore, task};

/// Returns what `work` returns, on a current-thread runtime.
fn awaited_in_time<T: Send + 'static>(
    what: &str,
    work: impl AsyncFnOnce() -> T + Send + 'static,
) -> T {
    in_time(what, move || awaited(work()))
}

#[test]
fn who_waits_in_a_loop_comes_in_when_there_is_room() {
    let right = Seen { waits: 2, most: ALLOWED };
    let work = wait::thread::somebody_comes_by;
    assert_eq!(in_time("the thread", work), right);
    let work = wait::r#async::somebody_comes_by;
    assert_eq!(awaited_in_time("the task", work), right);
}

#[test]
fn who_waits_once_comes_in_when_there_is_no_room() {
    let wrong = Seen { waits: 1, most: ALLOWED + 1 };
    let work = wait::wrong::somebody_comes_by;
    assert_eq!(in_time("the thread", work), wrong);
    let work = wait::task::wrong::somebody_comes_by;
    assert_eq!(awaited_in_time("the task", work), wrong);
}

/// Whether somebody was woken since the last look.
#[derive(Default)]
struct Woken(AtomicBool);

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.0.store(true, SeqCst);
    }
}

/// Polls `work` as long as it is woken, on this thread alone; tells
/// whether it comes to its end.
fn ends(work: impl Future<Output = ()>) -> bool {
    let woken = Arc::new(Woken::default());
    let waker = woken.clone().into();
    let context = &mut Context::from_waker(&waker);
    let mut work = pin!(work);
    loop {
        if work.as_mut().poll(context).is_ready() {
            return true;
        }
        if !woken.0.swap(false, SeqCst) {
            return false;
        }
    }
}

/// Takes a permit, lets others run, and takes another; gives the
/// first one back before that, if it is to `let_go`.
async fn two_permits(semaphore: &Semaphore, let_go: bool) {
    let first = semaphore.acquire().await.expect("open");
    task::yield_now().await;
    let first = (!let_go).then_some(first);
    let second = semaphore.acquire().await.expect("open");
    drop((first, second));
}

#[test]
fn tasks_of_one_thread_deadlock_when_each_waits_with_a_permit() {
    for (units, let_go, end) in
        [(1, false, true), (2, false, false), (2, true, true)]
    {
        let semaphore = Semaphore::new(2);
        let ended = ends(async {
            let unit = || two_permits(&semaphore, let_go);
            match units {
                1 => unit().await,
                _ => drop(tokio::join!(unit(), unit())),
            }
        });
        assert_eq!(ended, end, "{units}, let go: {let_go}");
    }
}

#[test]
fn nobody_passes_the_queue_of_the_async_half() {
    for _ in 0..50 {
        let work = fair::r#async::come_by;
        let first = awaited_in_time("the one that waits", work);
        assert_eq!(first, First::Waited);
    }
    let work = async || fair::r#async::queue(9).await;
    let order = awaited_in_time("the queue", work);
    assert_eq!(order, Order((1..=9).collect()));
}

/// That either may be first is shown by a model, in
/// `crates/permits/tests/loom.rs`.
#[test]
fn all_get_a_permit_in_the_thread_half_in_whatever_order() {
    for _ in 0..50 {
        in_time("the one that waits", fair::thread::come_by);
    }
    let order = in_time("the queue", || fair::thread::queue(9));
    let mut places = order.0;
    places.sort_unstable();
    assert_eq!(places, (1..=9).collect::<Vec<_>>());
}

#[test]
fn closing_refuses_those_who_wait_and_disturbs_nobody_at_work() {
    let refused = Err("semaphore closed".to_owned());
    let ends = Ends {
        held: Ok("done"),
        waited: vec![refused.clone(); 3],
        late: refused,
    };
    let work = || close::thread::while_at_work(3);
    assert_eq!(in_time("the threads", work), ends);
    let work = async || close::r#async::while_at_work(3).await;
    assert_eq!(awaited_in_time("the tasks", work), ends);
}

#[test]
fn no_more_units_exist_than_permits_if_acquired_before() {
    let work = || inside::thread::before(50, 3).peak();
    assert_eq!(in_time("the threads", work), 3);
    let work = async || inside::r#async::before(500, 3).await;
    assert_eq!(awaited_in_time("the tasks", work).peak(), 3);
}

#[test]
fn all_units_exist_if_acquired_inside() {
    let work = || inside::thread::inside(50, 3).peak();
    assert_eq!(in_time("the threads", work), 50);
    let work = async || inside::r#async::inside(500, 3).await;
    assert_eq!(awaited_in_time("the tasks", work).peak(), 500);
}

#[test]
fn turns_are_an_interval_apart_and_a_pause_earns_none() {
    let interval = Duration::from_millis(100);
    let mut limiter = RateLimiter::new(interval);
    let start = Instant::now();
    let turns = [0, 1, 2].map(|_| limiter.take_turn_at(start));
    assert_eq!(turns, [0, 1, 2].map(|turn| interval * turn));
    let later = start + interval * 10;
    let turns = [0, 1].map(|_| limiter.take_turn_at(later));
    assert_eq!(turns, [0, 1].map(|turn| interval * turn));
    let between = later + interval * 3 / 2;
    assert_eq!(limiter.take_turn_at(between), interval / 2);
}

fn server() -> EmbeddedServer {
    let wanted = Wanted {
        kind: Kind::Delay,
        delay: Some(Delay::NONE),
        seed: 1,
        codes: country::pop20(),
    };
    EmbeddedServer::start(&wanted).expect("a server starts")
}

/// Returns when requests arrived, each since before the first.
fn arrivals(
    run: impl FnOnce(&str) + Send + 'static,
) -> Vec<Duration> {
    let server = server();
    let base = server.base().to_owned();
    let start = Instant::now();
    in_time("the downloads", move || run(&base));
    let visits = server.visits();
    visits.iter().map(|visit| visit.arrived - start).collect()
}

/// No request may be early; on a busy machine some are late.
#[test]
fn with_a_limiter_no_request_arrives_before_its_turn() {
    let interval = Duration::from_millis(15);
    let runs = [
        arrivals(move |base| {
            let limiter = &mut RateLimiter::new(interval);
            let report = &mut Report::silent();
            let job = job(base, 12, 5);
            rate::thread::download_many(&job, report, limiter);
        }),
        arrivals(move |base| {
            let limiter = &mut RateLimiter::new(interval);
            let report = &mut Report::silent();
            let job = job(base, 12, 5);
            awaited(rate::r#async::download_many(
                &job, report, limiter,
            ));
        }),
    ];
    for arrivals in runs {
        assert_eq!(arrivals.len(), 12);
        for (turn, arrived) in (0..).zip(arrivals) {
            assert!(arrived >= interval * turn, "turn {turn}");
        }
    }
}

/// At one in an hour they would take half a day.
#[test]
fn a_semaphore_alone_does_not_bound_how_often() {
    let arrivals = arrivals(|base| {
        thread::download_many(
            &job(base, 12, 5),
            &mut Report::silent(),
        );
    });
    let interval = Duration::from_secs(60 * 60);
    assert_eq!(arrivals.len(), 12);
    assert!(arrivals.iter().all(|arrived| *arrived < interval));
}
