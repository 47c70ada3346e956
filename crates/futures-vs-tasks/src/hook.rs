//! What the panic hook hears.
//!
//! The standard library calls the hook when something panics, on
//! the thread on which it does, before anything is cleaned up. Its
//! own hook prints a message to standard error. Ours notes it, so
//! that the panics of this lesson do not break its tables.

use std::{
    fmt, panic,
    sync::{Mutex, Once, PoisonError},
};

use crate::message;

/// How the messages of this lesson's own panics begin.
pub const OWN: &str = "no flag";

static HEARD: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Makes the hook note this lesson's own panics; others are told
/// as before.
pub fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            let message = message(info.payload());
            if message.starts_with(OWN) {
                let heard = HEARD.lock();
                heard
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(message);
            } else {
                before(info);
            }
        }));
    });
}

/// Whether anybody heard of a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard(pub bool);

/// Tells whether the hook was called with `message`.
pub fn heard(message: &str) -> Heard {
    let heard = HEARD.lock();
    let heard = heard.unwrap_or_else(PoisonError::into_inner);
    Heard(heard.iter().any(|it| it == message))
}

impl fmt::Display for Heard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            true => "the panic hook told of it, and we go on",
            false => "not a word, and we go on",
        })
    }
}
