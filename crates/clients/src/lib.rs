//! The two HTTP clients of all lessons, set up alike.
//!
//! Each program has one client for all its requests. It keeps as
//! many connections alive as there may be requests at once, and
//! gives up on a phase of a request (connect, wait for the answer,
//! receive it) after the same limit. Cloning one is cheap: the
//! clones share their connections.
//!
//! - [`blocking::Client`] is `ureq`, whose sockets block the thread
//!   that waits. It is not `reqwest::blocking`: that one starts a
//!   hidden thread with an async runtime and does all its input
//!   and output there, so a "thread" half that used it would be an
//!   async program in disguise.
//! - [`asynchronous::Client`] is `reqwest`, whose sockets let the
//!   task wait and the thread run on.
//!
//! The two libraries differ by more than threads and tasks do: see
//! the step `raw` of the lesson `download`.

use flags::{Error, site};

pub mod asynchronous;
pub mod blocking;

/// A whole answer of status 200.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What kind of content it says it is: `image/gif`, say.
    pub content_type: Option<String>,
    /// The content.
    pub body: Vec<u8>,
}

impl Answer {
    /// Returns the content if it is a whole image.
    ///
    /// # Errors
    ///
    /// [`Error::NotAFlag`].
    pub fn into_image(self) -> Result<Vec<u8>, Error> {
        site::check_image(&self.body).map(|()| self.body)
    }
}
