//! # A promise
//!
//! Write the methods of `Promise`, a place for an answer that
//! somebody else will bring, on whatever thread:
//!
//! - `keep` stores the answer, and calls all callbacks. Only the
//!   first answer counts; `keep` says whether this was the first.
//! - `then` takes a callback. It is called once, with the answer:
//!   later, by `keep`, or at once if the answer is there already.
//! - `wait` blocks until the answer is there, and returns it.
//!
//! A callback may use the promise itself, so none may be called
//! while the lock is held.

use std::{
    mem,
    sync::{Mutex, mpsc},
};

type Callback<T> = Box<dyn FnOnce(T) + Send>;

/// An answer, once it is there, and who wants it until then.
struct State<T> {
    answer: Option<T>,
    callbacks: Vec<Callback<T>>,
}

/// A place for an answer.
struct Promise<T>(Mutex<State<T>>);

impl<T: Clone + Send + 'static> Promise<T> {
    /// Makes a promise without an answer yet.
    const fn new() -> Self {
        let state = State { answer: None, callbacks: Vec::new() };
        Self(Mutex::new(state))
    }

    fn keep(&self, answer: T) -> bool {
        let mut state = self.0.lock().expect("no panic");
        if state.answer.is_some() {
            return false;
        }
        state.answer = Some(answer.clone());
        let callbacks = mem::take(&mut state.callbacks);
        // A callback may use the promise: the lock ends before.
        drop(state);
        for callback in callbacks {
            callback(answer.clone());
        }
        true
    }

    fn then<F>(&self, callback: F)
    where
        F: FnOnce(T) + Send + 'static,
    {
        let mut state = self.0.lock().expect("no panic");
        // Under one lock, or the answer could come in between, and
        // nobody would call back.
        match state.answer.clone() {
            None => state.callbacks.push(Box::new(callback)),
            Some(answer) => {
                drop(state);
                callback(answer);
            }
        }
    }

    fn wait(&self) -> T {
        let (sender, answer) = mpsc::sync_channel(1);
        self.then(move |it| {
            sender.send(it).ok();
        });
        answer.recv().expect("somebody keeps the promise")
    }
}

fn main() {
    static PROMISE: Promise<u32> = Promise::new();
    PROMISE.then(|answer| println!("Called back with {answer}."));
    std::thread::spawn(|| PROMISE.keep(42));
    println!("Waited for {}.", PROMISE.wait());
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;
    use std::{sync::mpsc, thread, time::Duration};

    const DEADLINE: Duration = Duration::from_secs(2);

    #[test]
    #[timeout(10_000)]
    fn a_callback_is_called_once_now_or_later() {
        let promise = Promise::new();
        let (sender, heard) = mpsc::channel();
        let tell = |name| {
            let sender = sender.clone();
            move |it: u32| sender.send((name, it)).expect("heard")
        };
        promise.then(tell("early"));
        let told = heard.try_recv().ok();
        assert_eq!(told, None, "there is no answer yet");
        assert!(promise.keep(1), "the first answer counts");
        let told = heard.try_recv().ok();
        assert_eq!(told, Some(("early", 1)), "`keep` calls back");
        promise.then(tell("late"));
        let told = heard.try_recv().ok();
        assert_eq!(told, Some(("late", 1)), "`then` calls at once");
        assert!(!promise.keep(2), "the second does not count");
        let told = heard.try_recv().ok();
        assert_eq!(told, None, "each callback is called once");
        assert_eq!(promise.wait(), 1, "the first answer stays");
    }

    #[test]
    #[timeout(10_000)]
    fn a_callback_may_use_the_promise() {
        static PROMISE: Promise<u32> = Promise::new();
        let (sender, heard) = mpsc::channel();
        PROMISE.then(move |_| {
            let answer = PROMISE.wait();
            PROMISE.then(move |it| {
                sender.send(answer + it).expect("it is heard");
            });
        });
        thread::spawn(|| PROMISE.keep(21));
        let sum = heard.recv_timeout(DEADLINE).ok();
        assert_eq!(
            sum,
            Some(42),
            "a callback that uses the promise was not done after \
             {DEADLINE:?}: it waits for the lock, which is held by \
             whoever called it"
        );
    }

    #[test]
    #[timeout(10_000)]
    fn all_who_wait_have_the_answer() {
        static PROMISE: Promise<u32> = Promise::new();
        let (sender, heard) = mpsc::channel();
        for _ in 0..3 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(PROMISE.wait()));
        }
        PROMISE.keep(42);
        let next = |_| heard.recv_timeout(DEADLINE).ok();
        let answers = [(); 3].map(next);
        assert_eq!(answers, [Some(42); 3], "three threads waited");
    }
}
