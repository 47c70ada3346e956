//! What a panic said.

use std::any::Any;

/// Returns the message in `payload`, what a thread's `join` gives
/// as its error and `JoinError::into_panic` takes out.
///
/// It may be of any type. `panic!` makes it a `&str` if its text is
/// complete when it is compiled, a `String` if not.
pub fn message(payload: &(dyn Any + Send)) -> String {
    if let Some(text) = payload.downcast_ref::<&str>() {
        (*text).to_owned()
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text.clone()
    } else {
        "no text".to_owned()
    }
}
