//! Step `stack`: what a unit pays for what it used, and for what it
//! holds.
//!
//! A unit needs 16 KiB of room for its work, and then waits. It may
//! be done with that room before it waits ([`Room::Used`]), or need
//! it after the wait, too ([`Room::Held`]).
//!
//! A thread pays in both cases: what its stack has once touched
//! stays in memory until the thread ends. It pays for the deepest
//! it ever was, by whole pages; the 2 MiB that are reserved for it
//! are addresses only.
//!
//! A task has no stack of its own. What a function uses that has
//! returned before the `.await` was on the stack of the thread that
//! runs the task, and the next task uses the same place. What is
//! still in scope at an `.await` lies in its future (a variable
//! that was lent to a function does so even if nobody needs it any
//! more): the task pays for what it holds while it waits.
//!
//! `size_of_val` tells the size of a future before it runs.

use std::hint::black_box;

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod thread;

/// How much room a unit needs, in bytes.
pub const ROOM: usize = 16 * 1024;

/// When a unit needs its room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Before it waits, in a function that then returns.
    Used,
    /// Before it waits and after, in a variable of its own.
    Held,
}

/// Works in a room of its own, and leaves it.
#[inline(never)]
fn work_in_a_room() {
    let mut room = [0; ROOM];
    work_in(&mut room);
}

/// Works in `room`, all over.
#[inline(never)]
fn work_in(room: &mut [u8; ROOM]) {
    black_box(room).fill(1);
}
