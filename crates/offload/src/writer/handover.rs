//! A bounded channel of crossbeam's with a sending end for tasks.
//!
//! Crossbeam's `send` blocks its thread while the channel is full.
//! So nobody calls it then: whoever wants to send first takes a
//! permit, of which there are as many as places, and a permit can
//! be awaited. It travels with the value, and goes back when the
//! value is taken out.

use std::sync::Arc;

use crossbeam_channel as channel;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

type Parcel<T> = (T, OwnedSemaphorePermit);

/// The end for tasks.
pub struct Sender<T> {
    places: Arc<Semaphore>,
    parcels: channel::Sender<Parcel<T>>,
}

/// The end for a thread: it waits for each value, which it may.
pub struct Receiver<T> {
    places: Arc<Semaphore>,
    parcels: channel::Receiver<Parcel<T>>,
}

/// Nobody will ever take the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nobody receives any more")]
pub struct SendError;

/// Makes a channel in which there is room for so many values.
pub fn bounded<T>(room: usize) -> (Sender<T>, Receiver<T>) {
    let places = Arc::new(Semaphore::new(room));
    let (parcels, taken) = channel::bounded(room);
    let sender = Sender { places: places.clone(), parcels };
    (sender, Receiver { places, parcels: taken })
}

impl<T> Sender<T> {
    /// Sends `value` when there is room for it; until then the
    /// task waits, and others run.
    ///
    /// # Errors
    ///
    /// If nobody receives any more.
    pub async fn send(&self, value: T) -> Result<(), SendError> {
        let permit = self.places.clone().acquire_owned().await;
        let permit = permit.map_err(|_| SendError)?;
        // With a permit there is room: this blocks nobody.
        let sent = self.parcels.try_send((value, permit));
        sent.map_err(|_| SendError)
    }
}

impl<T> Clone for Sender<T> {
    fn clone(&self) -> Self {
        let (places, parcels) = (&self.places, &self.parcels);
        Self { places: places.clone(), parcels: parcels.clone() }
    }
}

impl<T> Iterator for Receiver<T> {
    type Item = T;

    /// Waits for a value; with it its place is free.
    fn next(&mut self) -> Option<T> {
        let (value, _permit) = self.parcels.recv().ok()?;
        Some(value)
    }
}

impl<T> Drop for Receiver<T> {
    /// Tells those who wait for a place that they need not.
    fn drop(&mut self) {
        self.places.close();
    }
}
