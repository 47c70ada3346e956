//! What makes a callback be called once at the most.

use super::Get;
use crate::{
    Stage,
    get::callback::{self, Callback},
};

/// An API as in history, of which only the first call gets
/// through: with it, the callback is used up, as the type
/// `FnOnce` has it.
#[derive(Clone, Debug)]
pub struct Once<G>(pub G);

impl<G: Get> callback::Get for Once<G> {
    fn get(&self, stage: Stage, callback: impl Callback<Vec<u8>>) {
        let mut callback = Some(callback);
        self.0.get(stage, move |answer| {
            if let Some(callback) = callback.take() {
                callback(answer);
            }
        });
    }
}
