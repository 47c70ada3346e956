//! One nested `.await`, from the top to the bottom.
//!
//! A call goes down once and waits at the bottom, with all its
//! callers on the stack. A poll goes down and comes back at once,
//! "pending"; all it leaves is the waker, at the bottom. When that
//! is called, the top is polled again, and the poll goes down all
//! the way once more.

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

use std::{
    fmt::Debug,
    future::poll_fn,
    pin::pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, Wake, Waker},
};

/// Writes down who is entered and who is left, in order.
#[derive(Clone)]
pub struct Chain(Arc<Mutex<Story>>);

struct Story {
    depth: usize,
    deepest: usize,
    lines: Vec<String>,
    show: fn(&str),
}

impl Chain {
    /// Returns an empty chain, which calls `show` for each line.
    pub fn new(show: fn(&str)) -> Self {
        let story =
            Story { depth: 0, deepest: 0, lines: Vec::new(), show };
        Self(Arc::new(Mutex::new(story)))
    }

    /// Returns all lines so far.
    pub fn lines(&self) -> Vec<String> {
        self.lock().lines.clone()
    }

    /// Returns how many stood on the stack at once.
    pub fn deepest(&self) -> usize {
        self.lock().deepest
    }

    /// Calls `function`, which it writes down as `name`.
    pub(crate) fn call<T: Debug>(
        &self,
        name: &str,
        function: impl FnOnce() -> T,
    ) -> T {
        self.lock().down(format!("call {name}"));
        let output = function();
        self.lock().up(format!("{name} returns {output:?}"));
        output
    }

    /// Awaits `future`, which it writes down as `name`.
    pub(crate) async fn poll<T: Debug>(
        &self,
        name: &str,
        future: impl Future<Output = T>,
    ) -> T {
        let mut future = pin!(future);
        poll_fn(|cx| {
            // The top hands down a waker that says when it is
            // called; the others hand on what they are given.
            let is_top = self.lock().depth == 0;
            let top = is_top.then(|| self.announced(cx.waker()));
            let waker = top.clone().map(Waker::from);
            let waker = waker.unwrap_or_else(|| cx.waker().clone());
            self.lock().down(format!("poll {name}"));
            let poll = future
                .as_mut()
                .poll(&mut Context::from_waker(&waker));
            drop(waker);
            let end = match &poll {
                Poll::Ready(output) => format!("ready: {output:?}"),
                Poll::Pending => "pending".to_owned(),
            };
            self.lock().up(format!("{name} is {end}"));
            if let (Poll::Pending, Some(top)) = (&poll, top) {
                self.lock()
                    .left_behind(Arc::strong_count(&top) - 1);
            }
            poll
        })
        .await
    }

    fn announced(&self, waker: &Waker) -> Arc<Announced> {
        let (chain, waker) = (self.clone(), waker.clone());
        Arc::new(Announced { chain, waker })
    }

    fn lock(&self) -> MutexGuard<'_, Story> {
        // Lines are whole even after a panic.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Story {
    fn down(&mut self, line: String) {
        self.tell(line);
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
    }

    fn up(&mut self, line: String) {
        self.depth -= 1;
        self.tell(line);
    }

    fn left_behind(&mut self, wakers: usize) {
        self.tell(format!(
            "(the stack is empty; wakers left behind: {wakers})"
        ));
    }

    fn tell(&mut self, line: String) {
        let line = format!("{:1$}{line}", "", self.depth * 4);
        (self.show)(&line);
        self.lines.push(line);
    }
}

struct Announced {
    chain: Chain,
    waker: Waker,
}

impl Wake for Announced {
    fn wake(self: Arc<Self>) {
        let line = "wake: the top is to be polled again";
        self.chain.lock().tell(line.to_owned());
        self.waker.wake_by_ref();
    }
}
