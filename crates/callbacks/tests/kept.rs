//! A callback that somebody keeps, and neither calls nor drops.

mod support;

use std::{sync::mpsc, thread};

use callbacks::{
    Error, Flag, Stage, adapters, r#async,
    event_loop::{Handle, on_this_thread},
    get::callback::{Callback, Get},
    hell,
    thread::three_stages,
};
use support::{code, run};
use testing::DEADLINE;

type Kept = Box<dyn FnOnce(Result<Vec<u8>, Error>) + Send>;

/// Hands callbacks to the test, which may do with them what it
/// likes.
#[derive(Clone)]
struct Keeper {
    kept: mpsc::Sender<Kept>,
    /// Whoever is to call back on a loop keeps a handle of it.
    _handle: Option<Handle>,
}

impl Get for Keeper {
    fn get(&self, _: Stage, callback: impl Callback<Vec<u8>>) {
        let kept: Kept = Box::new(callback);
        self.kept.send(kept).expect("the test takes it");
    }
}

const FORMS: [fn(Keeper) -> Result<Flag, Error>; 4] = [
    |keeper| {
        let mut ends = on_this_thread(move |handle, sender| {
            let _handle = Some(handle);
            let keeper = Keeper { _handle, ..keeper };
            let done = move |flag| {
                sender.send(flag).ok();
            };
            hell::thread::three_stages(keeper, code("BR"), done);
        });
        ends.pop().unwrap_or(Err(Error::NoResult))
    },
    |keeper| {
        let api = adapters::thread::Awaited(keeper);
        three_stages(&api, code("BR"))
    },
    |keeper| {
        let api = adapters::r#async::Awaited(keeper);
        run(hell::r#async::three_stages(&api, code("BR")))
    },
    |keeper| {
        let api = adapters::r#async::Awaited(keeper);
        run(r#async::three_stages(&api, code("BR")))
    },
];

#[test]
fn callback_that_is_kept_keeps_all_forms_waiting() {
    let told = [
        "no result: nobody is left who could call back",
        "stage 1, index: never called back",
        "stage 1, index: never called back",
        "stage 1, index: never called back",
    ];
    for (form, told) in FORMS.into_iter().zip(told) {
        let (kept, callbacks) = mpsc::channel();
        let keeper = Keeper { kept, _handle: None };
        let (sender, end) = mpsc::channel();
        thread::spawn(move || sender.send(form(keeper)).ok());
        let callback = callbacks.recv_timeout(DEADLINE);
        let callback = callback.expect("a callback");
        assert!(end.try_recv().is_err(), "it waits: {told}");
        drop(callback);
        let end = end.recv_timeout(DEADLINE).expect("an end");
        assert_eq!(end.expect_err("no flag").chain(), told);
    }
}
