//! The event loop, and the callbacks that it calls.

mod support;

use std::{
    sync::{Arc, Mutex, mpsc},
    thread::{self, ThreadId},
};

use callbacks::{
    Error, Log,
    event_loop::{self, event_loop, on_this_thread},
    get::{
        Refusing, blocking,
        callback::{Callback, Get, OnLoop},
    },
    hell,
};
use support::{
    HEARTBEAT, canned, code, in_time, job, remote, server,
};
use testing::Canned;

#[test]
fn jobs_run_in_turn_on_the_thread_that_runs_the_loop() {
    in_time("the loop", || {
        let here = thread::current().id();
        let sent = on_this_thread(move |handle, sender| {
            for number in 0..3 {
                let (sender, again) =
                    (sender.clone(), handle.clone());
                handle.post(move || {
                    let at = thread::current().id();
                    sender.send((number, at)).expect("it is read");
                    // What a job posts comes after all others.
                    again.post(move || {
                        let later = (number + 3, at);
                        sender.send(later).expect("it is read");
                    });
                });
            }
        });
        let expected: Vec<_> =
            (0..6).map(|it| (it, here)).collect();
        assert_eq!(sent, expected);
    });
}

#[test]
fn a_loop_ends_when_nobody_can_post_any_more() {
    in_time("the loop", || {
        let (handle, event_loop) = event_loop();
        let (ended, end) = mpsc::sync_channel(0);
        let running = thread::spawn(move || {
            event_loop.run();
            ended.send(()).expect("somebody waits");
        });
        let (ran, run) = mpsc::sync_channel(0);
        let clone = handle.clone();
        drop(handle);
        clone.post(move || ran.send(()).expect("somebody waits"));
        run.recv().expect("it still runs");
        drop(clone);
        end.recv().expect("it ends");
        running.join().expect("no panic");
    });
}

#[test]
fn a_job_for_a_loop_that_is_gone_is_dropped() {
    let (handle, event_loop) = event_loop();
    drop(event_loop);
    let (sender, end) = mpsc::sync_channel::<()>(1);
    handle.post(move || drop(sender));
    assert_eq!(
        end.try_recv(),
        Err(mpsc::TryRecvError::Disconnected)
    );
}

/// Notes on which thread each callback is called.
#[derive(Clone)]
struct Noted<G> {
    inner: G,
    threads: Arc<Mutex<Vec<ThreadId>>>,
}

impl<G: Get> Get for Noted<G> {
    fn get(
        &self,
        stage: callbacks::Stage,
        callback: impl Callback<Vec<u8>>,
    ) {
        let threads = self.threads.clone();
        self.inner.get(stage, move |answer| {
            let thread = thread::current().id();
            threads.lock().expect("no panic").push(thread);
            callback(answer);
        });
    }
}

#[test]
fn all_callbacks_are_called_on_the_one_thread_of_the_loop() {
    let (base, _) = canned("", Canned::status(404));
    in_time("the loop", move || {
        let (here, inner) =
            (thread::current().id(), remote(&job(&base)));
        let threads = Arc::<Mutex<Vec<_>>>::default();
        let noted = threads.clone();
        let sent = on_this_thread(move |handle, sender| {
            let inner = OnLoop { inner, handle };
            let client = Noted { inner, threads: noted };
            let done = move |flag| {
                let at = thread::current().id();
                sender.send((at, flag)).expect("it is read");
            };
            hell::thread::three_stages(client, code("BR"), done);
        });
        assert_eq!(*threads.lock().expect("no panic"), [here; 3]);
        assert_eq!(sent.len(), 1, "done is called once");
        assert_eq!(sent[0].0, here);
        sent[0].1.as_ref().expect("a flag");
    });
}

/// While one program waits for its answer, the loop is free for
/// the other, whose request is answered first.
#[test]
fn loop_runs_other_jobs_while_a_request_waits() {
    in_time("the loop", || {
        let (let_go, held) = mpsc::sync_channel::<()>(0);
        let held = Mutex::new(held);
        let waits = move |stage| {
            held.lock().expect("no panic").recv().ok();
            Ok::<_, Error>(format!("{stage}").into_bytes())
        };
        let client = Wait(Arc::new(waits));
        let sent = on_this_thread(move |handle, sender| {
            let api =
                OnLoop { inner: client, handle: handle.clone() };
            let first = sender.clone();
            api.get(callbacks::Stage::Index, move |_| {
                first.send("answer").expect("it is read");
            });
            handle.post(move || {
                sender.send("other job").expect("it is read");
                let_go.send(()).expect("somebody waits");
            });
        });
        assert_eq!(sent, ["other job", "answer"]);
    });
}

type Answer = Result<Vec<u8>, Error>;

/// Answers when it likes.
#[derive(Clone)]
struct Wait(Arc<dyn Fn(callbacks::Stage) -> Answer + Send + Sync>);

impl blocking::Get for Wait {
    fn get(&self, stage: callbacks::Stage) -> Answer {
        (self.0)(stage)
    }
}

#[test]
fn callback_that_forgets_its_error_leaves_the_caller_without_end() {
    let server = server(flags::server::Kind::Local);
    let base = flags::server::Embedded::base(&server).to_owned();
    in_time("the loop", move || {
        let inner = remote(&job(&base));
        for refused in 1..=3 {
            let client = Refusing { inner: inner.clone(), refused };
            let run = |three_stages| {
                hell::on_this_thread(
                    client.clone(),
                    &Log::silent(),
                    HEARTBEAT,
                    code("BR"),
                    three_stages,
                )
            };
            let told = run(hell::thread::three_stages);
            let told = told.expect_err("a refusal").chain();
            let stage = format!("stage {refused}, ");
            assert!(told.starts_with(&stage), "{told}");
            let wrong = run(hell::wrong::three_stages);
            let wrong = wrong.expect_err("a refusal");
            let forgotten = matches!(wrong, Error::NoResult);
            assert_eq!(forgotten, refused == 2, "{wrong}");
        }
        let client = inner;
        let flag = hell::on_this_thread(
            client,
            &Log::silent(),
            HEARTBEAT,
            code("BR"),
            hell::wrong::three_stages,
        );
        flag.expect("all is well where nothing fails");
    });
}

#[test]
fn loop_beside_us_runs_on_a_thread_of_its_name() {
    let name = in_time("the loop", || {
        event_loop::beside(|handle| {
            let (sender, name) = mpsc::sync_channel(1);
            handle.post(move || {
                let thread = thread::current();
                let name = thread.name().map(str::to_owned);
                sender.send(name).expect("it is read");
            });
            drop(handle);
            name.recv().expect("a name")
        })
    });
    assert_eq!(name.as_deref(), Some("event-loop"));
}
