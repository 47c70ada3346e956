//! The loop that runs on this thread.

use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    pin::Pin,
    rc::Rc,
    sync::Arc,
};

use super::{reactor::Reactor, ready::ReadyQueue, timers::Timers};
use crate::trace::{Recorder, WokenBy};

/// A spawned future; its output goes to its handle.
pub(crate) type Task = Pin<Box<dyn Future<Output = ()>>>;

/// What makes up an event loop; all of it belongs to one thread.
pub(crate) struct Loop {
    pub(crate) ready: Arc<ReadyQueue>,
    pub(crate) timers: RefCell<Timers>,
    pub(crate) reactor: RefCell<Reactor>,
    pub(crate) recorder: RefCell<Recorder>,
    /// By number; a task is taken out while it is polled.
    pub(crate) tasks: RefCell<HashMap<usize, Option<Task>>>,
    /// The number of the next task; 0 is `block_on`'s own.
    pub(crate) next_task: Cell<usize>,
    /// On whose account tasks are woken just now.
    pub(crate) waking: Cell<WokenBy>,
}

thread_local! {
    static CURRENT: RefCell<Option<Rc<Loop>>> =
        const { RefCell::new(None) };
}

/// Returns the loop that runs on this thread, if there is one.
pub(crate) fn try_current() -> Option<Rc<Loop>> {
    // There is none either while the thread ends.
    CURRENT.try_with(|it| it.borrow().clone()).ok().flatten()
}

/// Returns the loop that runs on this thread.
///
/// # Panics
///
/// If there is none.
pub(crate) fn current() -> Rc<Loop> {
    try_current().expect(
        "no event loop runs on this thread: what our runtime \
         offers works inside its block_on only",
    )
}

/// A loop for as long as it runs.
pub(crate) struct Entered(pub(crate) Rc<Loop>);

/// Makes a loop, and makes it the one of this thread.
///
/// # Panics
///
/// If the thread has one already.
#[track_caller]
pub(crate) fn enter() -> Entered {
    assert!(
        try_current().is_none(),
        "block_on was called inside a running event loop: this \
         thread is the loop; if it waited here, nobody would poll \
         the tasks, nor what it waits for. Use .await."
    );
    let (reactor, alarm) = Reactor::new()
        .expect("the system has a selector left to give");
    let this = Rc::new(Loop {
        ready: Arc::new(ReadyQueue::new(alarm)),
        timers: RefCell::default(),
        reactor: RefCell::new(reactor),
        recorder: RefCell::new(Recorder::new()),
        tasks: RefCell::default(),
        next_task: Cell::new(1),
        waking: Cell::new(WokenBy::Start),
    });
    CURRENT.set(Some(this.clone()));
    Entered(this)
}

impl Drop for Entered {
    fn drop(&mut self) {
        // Tasks first: what they wait for is taken off the loop.
        let tasks = self.0.tasks.take();
        drop(tasks);
        CURRENT.set(None);
    }
}
