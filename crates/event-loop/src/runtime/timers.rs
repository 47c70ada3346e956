//! Timers: who is to be woken when.

use std::{
    cmp::Reverse,
    collections::{BinaryHeap, HashMap},
    task::Waker,
    time::Instant,
};

use crate::trace::{Timer, micros};

/// All timers of a loop.
#[derive(Default)]
pub(crate) struct Timers {
    /// When each timer is due, and its number; the next is on top.
    heap: BinaryHeap<Reverse<(Instant, usize)>>,
    /// By that number: which task waits, and how to wake it.
    wakers: HashMap<usize, (usize, Waker)>,
}

impl Timers {
    /// Notes who is to be woken when timer `number` is `due`.
    pub(crate) fn set(
        &mut self,
        number: usize,
        due: Instant,
        task: usize,
        waker: Waker,
    ) {
        let who = (task, waker);
        if self.wakers.insert(number, who).is_none() {
            self.heap.push(Reverse((due, number)));
        }
    }

    /// Forgets timer `number`.
    pub(crate) fn remove(&mut self, number: usize) {
        if self.wakers.remove(&number).is_some() {
            self.heap.retain(|Reverse((_, it))| *it != number);
        }
    }

    /// Returns when the next timer is due.
    pub(crate) fn next_due(&self) -> Option<Instant> {
        self.heap.peek().map(|Reverse((due, _))| *due)
    }

    /// Takes out all timers that are due by `now`, in order, and
    /// returns whom to wake.
    pub(crate) fn expire(&mut self, now: Instant) -> Vec<Waker> {
        let mut woken = Vec::new();
        while let Some(Reverse((due, number))) = self.heap.peek()
            && *due <= now
        {
            let who = self.wakers.remove(number);
            woken.extend(who.map(|(_, waker)| waker));
            self.heap.pop();
        }
        woken
    }

    /// Lists all timers for the trace, the next one first.
    pub(crate) fn list(&self, started: Instant) -> Vec<Timer> {
        let timer = |Reverse((due, number)): &Reverse<_>| {
            let (task, _) = self.wakers.get(number)?;
            let due_us = micros(*due - started);
            Some(Timer { task: *task, due_us })
        };
        let timers = self.heap.clone().into_sorted_vec();
        timers.iter().rev().filter_map(timer).collect()
    }
}
