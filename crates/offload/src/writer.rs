//! Saving by one thread that does nothing else.
//!
//! It takes orders from a bounded channel of crossbeam's, in both
//! halves: at its receiving end is a thread, which may wait. At
//! the sending end of the async half are tasks, and crossbeam's
//! `send` blocks while the channel is full: [`wrong`] is what
//! comes of that. [`handover`] is the same channel with a sending
//! end for tasks. Each answer comes back by a channel of its own.

use std::{sync::Arc, thread::JoinHandle};

use timeline::blocking::{lane, wait};

use crate::{Disk, Image, Saved};

// The file is `async.rs`; `r#` because `async` is a keyword.
pub mod r#async;
pub mod handover;
pub mod thread;
pub mod wrong;

/// An image to be written, and whom to tell how that ended.
pub struct Order {
    image: Image,
    tell: Box<dyn FnOnce(Saved) + Send>,
}

impl Order {
    /// Orders that `image` be written, and `tell` be called with
    /// how that ended.
    pub fn new(
        image: Image,
        tell: impl FnOnce(Saved) + Send + 'static,
    ) -> Self {
        Self { image, tell: Box::new(tell) }
    }
}

/// Starts the thread that writes: one order after the other, until
/// there will be no more.
///
/// # Panics
///
/// If the system starts no more threads.
pub fn start(
    disk: &Arc<Disk>,
    orders: impl Iterator<Item = Order> + Send + 'static,
) -> JoinHandle<()> {
    let (disk, mut orders) = (disk.clone(), orders);
    let mut next = move || wait("orders", || orders.next());
    let work = move || {
        while let Some(Order { image, tell }) = next() {
            let end = disk.write(&image);
            let size = image.bytes.len();
            // Whoever is told may count the images in memory.
            drop(image);
            tell(end.map(|()| size));
        }
    };
    std::thread::spawn(|| lane("writer", work))
}
