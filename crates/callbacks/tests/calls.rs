//! Callbacks that are called once, twice, never; adapters.

mod support;

use std::{
    sync::{Mutex, mpsc},
    thread,
};

use callbacks::{
    Error, Flag, Log, Stage, adapters, r#async,
    event_loop::{self, on_this_thread},
    get::{
        Refusing, Remote, Watched,
        callback::{Callback, Get, OnLoop},
    },
    hell,
    thread::three_stages,
    twice::{Calls, Once, Unreliable, nested},
};
use flags::server::{Embedded, File, Kind};
use support::{
    code, files, in_time, job, remote, remote_async, run, server,
};
use tokio::sync::oneshot;

type Client = Remote<clients::blocking::Client>;

/// What came of three stages, as often as anything came.
type Ends = Vec<Result<Flag, Error>>;

type Form = fn(Calls, Client) -> Ends;

/// Runs `form` on a callback API that calls back so often at the
/// second stage; returns how often the flag was asked for, and
/// what came of it.
fn call(calls: Calls, form: Form) -> (usize, Ends) {
    let server = server(Kind::Local);
    let client = remote(&job(server.base()));
    let ends = in_time("the form", move || form(calls, client));
    let is_flag = |file: &&File| matches!(file, File::Flag(_));
    let files = files(&server);
    (files.iter().filter(is_flag).count(), ends)
}

const FN_MUT: Form = |calls, inner| {
    on_this_thread(move |handle, sender| {
        let api = Unreliable { inner, handle, calls };
        nested::three_stages(api, code("BR"), move |flag| {
            sender.send(flag).ok();
        });
    })
};

const FN_ONCE: Form = |calls, inner| {
    on_this_thread(move |handle, sender| {
        let api = Once(Unreliable { inner, handle, calls });
        hell::thread::three_stages(api, code("BR"), move |flag| {
            sender.send(flag).ok();
        });
    })
};

/// The three forms that wait for a callback.
const WAITING: [Form; 3] = [
    |calls, inner| {
        vec![event_loop::beside(|handle| {
            let api = Once(Unreliable { inner, handle, calls });
            let api = adapters::thread::Awaited(api);
            three_stages(&api, code("BR"))
        })]
    },
    |calls, inner| {
        vec![event_loop::beside(|handle| {
            let api = Once(Unreliable { inner, handle, calls });
            let api = adapters::r#async::Awaited(api);
            run(hell::r#async::three_stages(&api, code("BR")))
        })]
    },
    |calls, inner| {
        vec![event_loop::beside(|handle| {
            let api = Once(Unreliable { inner, handle, calls });
            let api = adapters::r#async::Awaited(api);
            run(r#async::three_stages(&api, code("BR")))
        })]
    },
];

#[test]
fn callback_that_is_called_once_brings_one_flag_in_all_forms() {
    let forms = [FN_MUT, FN_ONCE].into_iter().chain(WAITING);
    for form in forms {
        let (flags, ends) = call(Calls::Once, form);
        assert_eq!((flags, ends.len()), (1, 1));
        ends[0].as_ref().expect("a flag");
    }
}

/// The wrongness of history: what follows follows twice.
#[test]
fn fn_mut_callback_that_is_called_twice_goes_on_twice() {
    let (flags, ends) = call(Calls::Twice, FN_MUT);
    assert_eq!((flags, ends.len()), (2, 2));
    assert!(ends.iter().all(Result::is_ok));
}

#[test]
fn second_call_gets_no_further_in_all_other_forms() {
    for form in [FN_ONCE].into_iter().chain(WAITING) {
        let (flags, ends) = call(Calls::Twice, form);
        assert_eq!((flags, ends.len()), (1, 1));
        ends[0].as_ref().expect("a flag");
    }
}

#[test]
fn callback_that_is_never_called_ends_the_loop_without_a_result() {
    for form in [FN_MUT, FN_ONCE] {
        let (flags, ends) = call(Calls::Never, form);
        assert_eq!((flags, ends.len()), (0, 0));
    }
}

#[test]
fn callback_that_is_never_called_is_an_error_to_who_waits() {
    for form in WAITING {
        let (flags, ends) = call(Calls::Never, form);
        assert_eq!((flags, ends.len()), (0, 1));
        let error = ends[0].as_ref().expect_err("nobody called");
        let told = "stage 2, metadata of BR: never called back";
        assert_eq!(error.chain(), told);
    }
}

/// A callback API that drops what it should call.
struct Silent;

impl Get for Silent {
    fn get(&self, _: Stage, _: impl Callback<Vec<u8>>) {}
}

#[test]
fn adapters_tell_a_callback_that_was_dropped_at_once() {
    let blocking = in_time("blocking", || {
        let api = adapters::thread::Awaited(Silent);
        three_stages(&api, code("BR"))
    });
    let awaited = in_time("async", || {
        let api = adapters::r#async::Awaited(Silent);
        run(r#async::three_stages(&api, code("BR")))
    });
    for end in [blocking, awaited] {
        let error = end.expect_err("nobody called").chain();
        assert_eq!(error, "stage 1, index: never called back");
    }
}

/// Three stages on a callback API that is adapted.
type Adapted =
    fn(Watched<OnLoop<Client>>) -> (Log, Result<Flag, Error>);

#[test]
fn callback_api_can_be_waited_for() {
    let halves: [Adapted; 2] = [
        |api| {
            let log = api.log.clone();
            let api = adapters::thread::Awaited(api);
            (log, three_stages(&api, code("BR")))
        },
        |api| {
            let log = api.log.clone();
            let api = adapters::r#async::Awaited(api);
            (log, run(r#async::three_stages(&api, code("BR"))))
        },
    ];
    for half in halves {
        let server = server(Kind::Local);
        let inner = remote(&job(server.base()));
        let (rows, here) = in_time("the adapter", move || {
            let (log, flag) = event_loop::beside(|handle| {
                let log = Log::silent();
                let inner = OnLoop { inner, handle };
                half(Watched { inner, log })
            });
            assert_eq!(
                flag.expect("a flag").metadata.country,
                "Brazil"
            );
            (log.rows(), thread::current().id())
        });
        assert_eq!(rows.len(), 3);
        for row in rows {
            assert_eq!(row.asked_on.id(), here);
            let called_on = row.answered_on.name();
            assert_eq!(called_on, Some("event-loop"));
        }
    }
}

#[test]
fn blocking_code_calls_back_on_its_own_thread() {
    let server = server(Kind::Local);
    let client = remote(&job(server.base()));
    let (flag, on, here) = in_time("the thread", move || {
        let (sender, end) = mpsc::sync_channel(1);
        let wanted = code("BR");
        adapters::thread::three_stages_then(
            client,
            wanted,
            move |flag| {
                let on = thread::current().id();
                sender.send((flag, on)).expect("it is read");
            },
        );
        let (flag, on) = end.recv().expect("a call");
        (flag, on, thread::current().id())
    });
    assert_eq!(flag.expect("a flag").metadata.country, "Brazil");
    assert_ne!(on, here);
}

#[test]
fn async_code_calls_back_on_the_thread_of_its_runtime() {
    let server = server(Kind::Local);
    let client = remote_async(&job(server.base()));
    let (flag, on, here) = in_time("the task", move || {
        let (sender, end) = oneshot::channel();
        let wanted = code("BR");
        let end = run(async {
            adapters::r#async::three_stages_then(
                client,
                wanted,
                move |flag| {
                    let on = thread::current().id();
                    sender.send((flag, on)).expect("it is read");
                },
            );
            end.await
        });
        let (flag, on) = end.expect("a call");
        (flag, on, thread::current().id())
    });
    assert_eq!(flag.expect("a flag").metadata.country, "Brazil");
    assert_eq!(on, here);
}

#[test]
fn an_error_reaches_the_callback_of_code_that_waits() {
    let server = server(Kind::Local);
    let job = job(server.base());
    let blocking = Refusing { inner: remote(&job), refused: 2 };
    let awaited =
        Refusing { inner: remote_async(&job), refused: 2 };
    let ends = in_time("the callbacks", move || {
        let (sender, ends) = mpsc::channel();
        let done = |sender: mpsc::Sender<_>| {
            move |flag| sender.send(flag).expect("it is read")
        };
        let wanted = code("BR");
        adapters::thread::three_stages_then(
            blocking,
            wanted,
            done(sender.clone()),
        );
        let first = ends.recv().expect("a call");
        let (told, end) = oneshot::channel();
        let told = Mutex::new(Some(told));
        run(async {
            adapters::r#async::three_stages_then(
                awaited,
                wanted,
                move |flag| {
                    done(sender)(flag);
                    let told =
                        told.lock().expect("no panic").take();
                    told.expect("once")
                        .send(())
                        .expect("it is read");
                },
            );
            end.await.expect("a call");
        });
        [first, ends.recv().expect("a call")]
    });
    for end in ends {
        let error = end.expect_err("a refusal").chain();
        let told = "stage 2, metadata of BR: 418 I'm a teapot";
        assert_eq!(error, told);
    }
}
