//! Saving by one thread, for which the others wait.

use std::{sync::Arc, thread::JoinHandle};

use crossbeam_channel as channel;

use crate::save::Save;
use crossbeam_channel::bounded;

use crate::writer::{Order, start};
use crate::{Disk, Image, Saved};
use timeline::blocking::wait;

/// Saves by ordering it from the thread that writes.
#[derive(Clone)]
pub struct Ordered(channel::Sender<Order>);

impl Ordered {
    /// Starts the thread that writes on `disk`, with room for so
    /// many orders; it ends when nobody is left to order.
    pub fn start(
        disk: &Arc<Disk>,
        room: usize,
    ) -> (Self, JoinHandle<()>) {
        let (orders, taken) = channel::bounded(room);
        (Self(orders), start(disk, taken.into_iter()))
    }
}

impl Save for Ordered {
    fn save(&self, image: Image) -> Saved {
        let (tell, told) = bounded(1);
        let tell = move |end| drop(tell.send(end));
        let order = Order::new(image, tell);
        let send = || self.0.send(order);
        let sent = wait("room", send); // this thread waits for room
        sent.expect("the writer takes all orders");
        let end = wait("write", || told.recv()); // and for the disk
        end.expect("the writer answers")
    }
}
