//! Saving by one thread; while it is busy, `send` blocks all tasks.

use std::{sync::Arc, thread::JoinHandle};

use crossbeam_channel as channel;

use crate::save::AsyncSave;
use tokio::sync::oneshot;

use crate::writer::{Order, start};
use crate::{Disk, Image, Saved};
use timeline::asynchronous::wait;

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

impl AsyncSave for Ordered {
    async fn save(&self, image: Image) -> Saved {
        let (tell, told) = oneshot::channel();
        let tell = move |end| drop(tell.send(end));
        let order = Order::new(image, tell);
        let send = || self.0.send(order);
        let sent = timeline::blocking::wait("room", send); // nobody
        sent.expect("the writer takes all orders");
        let end = wait("write", told).await; // others run
        end.expect("the writer answers")
    }
}
