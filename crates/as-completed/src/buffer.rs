//! `buffered` and `buffer_unordered` for threads.
//!
//! The standard library has no such thing; the names are those of
//! the stream adaptors of the `futures` crates. An iterator of
//! closures becomes one of their results, of which at most so many
//! are computed at once, each on a thread of its own.

use std::{
    collections::VecDeque,
    panic,
    thread::{self, JoinHandle},
};

use crossbeam_channel::{self as channel, Receiver, Sender};

/// Runs the closures of an iterator on threads, some at once.
pub trait Buffer: Iterator + Sized {
    /// Hands out the results in the order of the closures. A
    /// result that is there keeps its place among the `ahead` until
    /// it is taken.
    fn buffered<T>(self, ahead: usize) -> Buffered<Self, T>
    where
        Self::Item: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        Buffered { work: self, units: VecDeque::new(), ahead }
    }

    /// Hands out the results in the order in which they are there.
    fn buffer_unordered<T>(
        self,
        ahead: usize,
    ) -> BufferUnordered<Self, T>
    where
        Self::Item: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let (sender, ends) = channel::bounded(ahead.max(1));
        BufferUnordered {
            work: self,
            sender,
            ends,
            running: 0,
            ahead,
        }
    }
}

impl<I: Iterator> Buffer for I {}

/// Results in the order in which they were asked for.
#[derive(Debug)]
pub struct Buffered<I, T> {
    work: I,
    units: VecDeque<JoinHandle<T>>,
    ahead: usize,
}

impl<I, T> Iterator for Buffered<I, T>
where
    I: Iterator,
    I::Item: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.units.len() < self.ahead
            && let Some(work) = self.work.next()
        {
            self.units.push_back(thread::spawn(work));
        }
        let end = self.units.pop_front()?.join();
        // A panic of the unit is one of whoever takes its result.
        Some(end.unwrap_or_else(|it| panic::resume_unwind(it)))
    }
}

/// Results in the order in which they are there.
#[derive(Debug)]
pub struct BufferUnordered<I, T> {
    work: I,
    sender: Sender<thread::Result<T>>,
    ends: Receiver<thread::Result<T>>,
    running: usize,
    ahead: usize,
}

impl<I, T> Iterator for BufferUnordered<I, T>
where
    I: Iterator,
    I::Item: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    type Item = T;

    fn next(&mut self) -> Option<T> {
        while self.running < self.ahead
            && let Some(work) = self.work.next()
        {
            let sender = self.sender.clone();
            thread::spawn(move || {
                let work = panic::AssertUnwindSafe(work);
                let end = panic::catch_unwind(|| { work }.0());
                // Nobody takes it if the iterator is gone.
                sender.send(end).ok();
            });
            self.running += 1;
        }
        if self.running == 0 {
            return None;
        }
        let end = self.ends.recv().expect("we hold a sender");
        self.running -= 1;
        Some(end.unwrap_or_else(|it| panic::resume_unwind(it)))
    }
}
