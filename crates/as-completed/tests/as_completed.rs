//! In which order, for how long, and what of the rest.

mod support;

use std::{
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use as_completed::{
    Taken, r#async, buffered,
    countdown::{self, Board, COUNTERS},
    joined::{self, Gauge},
    pending, still,
    wait::{self, Until},
};
use flag_server::Injection;
use flags::{
    Code, Job,
    server::{Delay, Embedded, Kind},
};
use support::{
    DEADLINE, Gates, awaited, codes, gathering_server, in_order_of,
    in_time, job, server, until,
};
use testing::{Canned, canned_server};
use tokio::time;

#[test]
fn results_are_taken_in_the_order_in_which_they_are_there() {
    let asked = codes("BD BR CN DE EG");
    let there = codes("DE BR EG BD CN");
    let gates = Gates::of(&asked);
    let mut note = in_order_of(&gates, &there);
    let shared = job(&gates.base, &asked);
    let taken = in_time("the threads", move || {
        let mut taken = Vec::new();
        let note = |end| taken = note(end);
        as_completed::thread::download_many(&shared, note);
        taken
    });
    assert_eq!(taken, there);

    let gates = Gates::of(&asked);
    let mut note = in_order_of(&gates, &there);
    let shared = job(&gates.base, &asked);
    let taken = awaited("the tasks", async move || {
        let mut taken = Vec::new();
        let note = |end| taken = note(end);
        r#async::download_many(&shared, note).await;
        taken
    });
    assert_eq!(taken, there);
}

/// What was done after a wait, and what was pending.
type Waited = (Vec<Code>, Vec<Code>);

/// Waits for units of the thread half, and once more for all after
/// `then`.
fn by_threads(
    gates: &Gates,
    asked: &[Code],
    until: Until,
    then: impl FnOnce() + Send + 'static,
) -> [Waited; 2] {
    use wait::thread::{start, wait};
    let job = job(&gates.base, asked);
    in_time("the threads", move || {
        let mut units = start(&job);
        let first = waited(wait(&mut units, until));
        then();
        [first, waited(wait(&mut units, Until::All))]
    })
}

/// The same with those of the async half.
fn by_futures(
    gates: &Gates,
    asked: &[Code],
    until: Until,
    then: impl FnOnce() + Send + 'static,
) -> [Waited; 2] {
    use wait::r#async::{start, wait};
    let job = job(&gates.base, asked);
    awaited("the futures", async move || {
        let mut units = start(&job);
        let first = waited(wait(&mut units, until).await);
        then();
        [first, waited(wait(&mut units, Until::All).await)]
    })
}

fn waited((done, pending): wait::Waited) -> Waited {
    let done = done.iter().map(|outcome| outcome.code).collect();
    (done, pending.into_iter().collect())
}

/// Waits in both halves; `open` opens gates before the wait.
fn both(
    asked: &[Code],
    until: Until,
    open: fn(&Gates),
    then: fn(&Gates),
) -> [[Waited; 2]; 2] {
    let gates = Gates::of(asked);
    open(&gates);
    let shared = gates.clone();
    let threads =
        by_threads(&gates, asked, until, move || then(&shared));
    let gates = Gates::of(asked);
    open(&gates);
    let shared = gates.clone();
    let futures =
        by_futures(&gates, asked, until, move || then(&shared));
    [threads, futures]
}

#[test]
fn waiting_for_all_leaves_nothing_pending() {
    let asked = codes("BD BR CN");
    for [first, second] in
        both(&asked, Until::All, Gates::open_all, |_| {})
    {
        let (mut done, pending) = first;
        done.sort();
        assert_eq!((done, pending), (asked.clone(), vec![]));
        assert_eq!(second, (vec![], vec![]));
    }
}

#[test]
fn waiting_for_the_first_leaves_the_others_pending() {
    let asked = codes("BD BR CN");
    let all = both(
        &asked,
        Until::First,
        |gates| gates.open(codes("BR")[0]),
        Gates::open_all,
    );
    for [first, (mut done, pending)] in all {
        assert_eq!(first, (codes("BR"), codes("BD CN")));
        done.sort();
        assert_eq!((done, pending), (codes("BD CN"), vec![]));
    }
}

#[test]
fn waiting_for_the_first_failure_ends_with_it() {
    let asked = codes("BD BR XX");
    let all = both(
        &asked,
        Until::FirstFailure,
        |gates| {
            gates.open(codes("XX")[0]);
            gates.open(codes("BR")[0]);
        },
        Gates::open_all,
    );
    for [(done, pending), _] in all {
        assert_eq!(done.last(), Some(&codes("XX")[0]));
        assert!(pending.contains(&codes("BD")[0]));
    }
}

#[test]
fn waiting_for_a_failure_that_never_comes_ends_with_all() {
    let asked = codes("BD BR");
    let until = Until::FirstFailure;
    for [(done, pending), _] in
        both(&asked, until, Gates::open_all, |_| {})
    {
        assert_eq!((done.len(), pending.len()), (2, 0));
    }
}

#[test]
fn what_is_pending_after_a_time_can_be_waited_for_again() {
    let asked = codes("BD BR");
    let until = Until::Limit(Duration::from_millis(10));
    for [first, second] in
        both(&asked, until, |_| {}, Gates::open_all)
    {
        assert_eq!(first, (vec![], asked.clone()));
        let (mut done, pending) = second;
        done.sort();
        assert_eq!((done, pending), (asked.clone(), vec![]));
    }
}

/// A seed with which one of `asked` is answered soon, and all
/// others only after the tests' deadline.
fn seed_of_one_that_is_quick(asked: &[Code]) -> u64 {
    let delay: Delay = "0-60000".parse().expect("a delay");
    let is_good = |seed: &u64| {
        let usual = Injection::of(Kind::Delay);
        let injection = Injection { delay, seed: *seed, ..usual };
        let mut delays: Vec<_> = asked
            .iter()
            .map(|code| {
                let cc = code.lower();
                let path = format!("/flags/{cc}/{cc}.gif");
                injection.delay(&path, 0).as_millis()
            })
            .collect();
        delays.sort();
        delays[0] < 100 && delays[1] > 20_000
    };
    (0..).find(is_good).expect("a seed")
}

#[test]
fn dropped_futures_and_a_dropped_join_set_are_cancelled() {
    let asked = codes("BD BR CN");
    let seed = seed_of_one_that_is_quick(&asked);
    for set in [false, true] {
        let server = Arc::new(server("0-60000", seed));
        let job = job(server.base(), &asked);
        let shared = server.clone();
        awaited("they are cancelled", async move || {
            use pending::r#async as pending;
            match set {
                false => pending::parts(&job).await,
                true => pending::set(&job).await,
            }
            // The runtime goes on, and so would they.
            while shared.stats().in_flight > 0 {
                time::sleep(Duration::from_millis(1)).await;
            }
        });
        let stats = server.stats();
        assert_eq!((stats.requests, stats.abandoned), (3, 2));
    }
}

#[test]
fn threads_and_plain_tasks_go_on_when_nobody_waits() {
    let asked = codes("BD BR CN DE");
    let ways: [fn(&Arc<Job>); 3] = [
        |job| pending::thread::parts(job),
        |job| pending::thread::set(job),
        |job| pending::thread::handles(job),
    ];
    for way in ways {
        let server = Arc::new(server("0-40", 1));
        let job = job(server.base(), &asked);
        in_time("the first", move || way(&job));
        let shared = server.clone();
        until("all are answered", move || shared.seen().ok() == 4);
        assert_eq!(server.stats().abandoned, 0);
    }
    let server = Arc::new(server("0-40", 1));
    let job = job(server.base(), &asked);
    let shared = server.clone();
    awaited("all are answered", async move || {
        pending::r#async::handles(&job).await;
        while shared.seen().ok() < 4 {
            time::sleep(Duration::from_millis(1)).await;
        }
    });
    assert_eq!(server.stats().abandoned, 0);
}

#[test]
fn the_end_of_a_scope_waits_for_all_its_threads() {
    let server = server("0-40", 1);
    let asked = codes("BD BR CN DE");
    let job = job(server.base(), &asked);
    in_time("the scope", move || pending::thread::parts(&job));
    assert_eq!(server.seen().ok(), 4, "all of them, by now");
}

fn order(taken: &Taken) -> Vec<Code> {
    taken.codes.iter().map(|(code, _)| *code).collect()
}

/// Starts a server that answers for BD only when it has been asked
/// for another one.
fn server_in_which_bd_waits_for(other: &'static str) -> String {
    let (asked_for, gate) = mpsc::channel();
    let gate = Mutex::new(gate);
    canned_server(move |path| {
        let code = &path["/flags/".len()..][..2];
        if code == "bd" {
            let gate = gate.lock().expect("no panic");
            gate.recv_timeout(DEADLINE).ok();
        } else if code == other {
            asked_for.send(()).expect("a gate");
        }
        Canned::ok("image/gif", "GIF89a;")
    })
}

#[test]
fn buffered_hands_out_in_the_order_asked_whatever_is_there() {
    let asked = codes("BD BR CN");
    for threads in [true, false] {
        let job = job(&server_in_which_bd_waits_for("br"), &asked);
        let taken = if threads {
            in_time("the threads", move || {
                buffered::thread::ordered(&job, 2)
            })
        } else {
            awaited("the futures", async move || {
                buffered::r#async::ordered(&job, 2).await
            })
        };
        assert_eq!(order(&taken), asked);
    }
}

/// If the place of BR was kept until BD is there, this would never
/// end.
#[test]
fn buffer_unordered_asks_for_the_next_when_any_is_there() {
    let asked = codes("BD BR CN");
    for threads in [true, false] {
        let job = job(&server_in_which_bd_waits_for("cn"), &asked);
        let taken = if threads {
            in_time("the threads", move || {
                buffered::thread::unordered(&job, 2)
            })
        } else {
            awaited("the futures", async move || {
                buffered::r#async::unordered(&job, 2).await
            })
        };
        assert_eq!(order(&taken)[0], asked[1]);
        assert_eq!(taken.codes.len(), 3);
    }
}

#[test]
fn no_more_are_under_way_than_were_to_be() {
    let asked = codes("BD BR CN DE EG ET FR");
    for threads in [true, false] {
        let server = server("10", 1);
        let job = job(server.base(), &asked);
        if threads {
            in_time("the threads", move || {
                buffered::thread::ordered(&job, 3);
                buffered::thread::unordered(&job, 3);
            });
        } else {
            awaited("the futures", async move || {
                buffered::r#async::ordered(&job, 3).await;
                buffered::r#async::unordered(&job, 3).await;
            });
        }
        assert!(server.stats().peak_in_flight <= 3);
        assert_eq!(server.seen().ok(), 14);
    }
}

/// All units together: one request, two, and three of each other.
const REQUESTS: usize = 1 + 2 + 3 + 3;

/// The body has all the time there is: had they gone on, all
/// requests would have been made before it is over.
#[test]
fn parts_of_the_task_stand_still_while_the_body_awaits() {
    let asked = codes("BD BR CN DE");
    for ahead in [false, true] {
        let server = Arc::new(server("5", 1));
        let job = job(server.base(), &asked);
        let shared = server.clone();
        let made = awaited("the loop", async move || {
            let mut made = 0;
            let body = async || {
                for _ in 0..100 {
                    time::sleep(Duration::from_millis(3)).await;
                }
                made = shared.visits().len();
            };
            match ahead {
                false => still::r#async::parts(&job, body).await,
                true => still::r#async::ahead(&job, 3, body).await,
            }
            made
        });
        assert!(made < REQUESTS - 2, "{made}");
        assert_eq!(server.visits().len(), REQUESTS, "at last");
    }
}

/// The body ends only when they have gone on.
#[test]
fn threads_and_tasks_go_on_while_the_body_is_busy() {
    let asked = codes("BD BR CN DE");
    type Way = fn(&Arc<Job>, Box<dyn FnOnce()>);
    let ways: [Way; 2] = [
        |job, body| still::thread::parts(job, body),
        |job, body| still::thread::set(job, body),
    ];
    for way in ways {
        let server = Arc::new(server("5", 1));
        let job = job(server.base(), &asked);
        let shared = server.clone();
        in_time("all requests", move || {
            let body = move || {
                while shared.visits().len() < REQUESTS {
                    thread::sleep(Duration::from_millis(1));
                }
            };
            way(&job, Box::new(body));
        });
    }
    let server = Arc::new(server("5", 1));
    let job = job(server.base(), &asked);
    awaited("all requests", async move || {
        let body = async || {
            while server.visits().len() < REQUESTS {
                time::sleep(Duration::from_millis(1)).await;
            }
        };
        still::r#async::set(&job, body).await;
    });
}

#[test]
fn joined_downloads_wait_at_once() {
    let asked = codes("BD BR CN DE");
    for threads in [true, false] {
        let job = job(&gathering_server(asked.len()), &asked);
        let ends = if threads {
            in_time("the threads", move || {
                joined::thread::join_all(
                    buffered::thread::downloads(&job),
                )
            })
        } else {
            awaited("the futures", async move || {
                joined::r#async::join_all(
                    buffered::r#async::downloads(&job),
                )
                .await
            })
        };
        let got = ends.iter().map(|it| it.code).collect::<Vec<_>>();
        assert_eq!(got, asked, "in the order in which they were");
        assert!(ends.iter().all(|end| end.result.is_ok()));
    }
}

#[test]
fn joined_futures_compute_one_after_the_other_on_one_thread() {
    let gauge = Gauge::default();
    let shared = gauge.clone();
    awaited("the futures", async move || {
        joined::r#async::computing(3, &shared).await;
    });
    assert_eq!((gauge.most(), gauge.threads()), (1, 1));
    let gauge = Gauge::default();
    let shared = gauge.clone();
    in_time("the threads", move || {
        joined::thread::computing(3, &shared);
    });
    assert_eq!(gauge.threads(), 3);
}

#[test]
fn counters_end_and_are_taken_in_the_order_of_their_way() {
    let tick = Duration::from_millis(1);
    let boards = move || [(); 3].map(|()| Board::new("", tick));
    let of_threads = in_time("the threads", move || {
        let [turn, order, come] = boards();
        countdown::thread::in_turn(&COUNTERS, &turn);
        countdown::thread::in_order(&COUNTERS, &order);
        countdown::thread::as_completed(&COUNTERS, &come);
        [turn, order, come]
    });
    let of_tasks = in_time("the tasks", move || {
        let mut runtime =
            tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_time().start_paused(true);
        runtime.build().expect("a runtime").block_on(async {
            let [turn, order, come] = boards();
            countdown::r#async::in_turn(&COUNTERS, &turn).await;
            countdown::r#async::in_order(&COUNTERS, &order).await;
            countdown::r#async::as_completed(&COUNTERS, &come)
                .await;
            [turn, order, come]
        })
    });
    for [turn, order, come] in [&of_threads, &of_tasks] {
        assert_eq!(turn.order(), "aAbBcCdD");
        let taken = order.order().replace(char::is_lowercase, "");
        assert_eq!(taken, "ABCD");
        let mut both: Vec<_> = come.order().chars().collect();
        both.sort();
        assert_eq!(both, Vec::from_iter("ABCDabcd".chars()));
    }
    // The paused clock makes no mistakes; a real one may.
    let [_, order, come] = of_tasks;
    assert_eq!(order.order(), "dbcaABCD");
    assert_eq!(come.order(), "dDbBcCaA");
}

#[test]
fn what_an_order_is_worth_follows_from_the_times() {
    let mut taken = Taken::begin("as completed");
    taken.codes = ["CN", "BD", "BR"]
        .into_iter()
        .zip([10, 30, 80])
        .map(|(code, ms)| {
            (codes(code)[0], Duration::from_millis(ms))
        })
        .collect();
    let means = taken.means();
    let ms = |mean: Duration| mean.as_millis();
    assert_eq!(ms(means.as_completed), (10 + 30 + 80) / 3);
    assert_eq!(ms(means.in_order), (30 + 80 + 80) / 3);
    assert_eq!(ms(means.in_turn), (30 + 110 + 120) / 3);
    assert_eq!(ms(taken.last()), 80);
}
