//! One client's session: from the bytes of a line to an answer.
//!
//! It knows nothing of sockets, and nobody waits here.

use std::{mem, sync::Arc};

use crate::Finder;

/// The most bytes of a line, its end included.
pub const MOST: usize = 256;

/// What a client sees first.
pub const GREETING: &str =
    "Type a word of a character's name, such as SNAIL.\n";

/// A session that is open; it has a seat until it is dropped.
#[derive(Debug)]
pub struct Session {
    finder: Arc<Finder>,
    line: Vec<u8>,
    /// Whether the beginning of this line was too long already.
    is_long: bool,
}

impl Session {
    /// Opens a session, if there is a seat for one more.
    pub fn open(finder: &Arc<Finder>) -> Option<Self> {
        finder.enter().then(|| Self {
            finder: Arc::clone(finder),
            line: Vec::new(),
            is_long: false,
        })
    }

    /// Returns the place for the next line, empty. At most
    /// [`MOST`] bytes belong there, whether or not they end.
    pub fn room(&mut self) -> &mut Vec<u8> {
        self.line.clear();
        &mut self.line
    }

    /// Answers the line; returns nothing if it closes the session:
    /// because it has a control character, or there is none. Where
    /// the server `is_stopped`, a line that does not end is not
    /// whole; else its client has ended it, by ending its input.
    pub fn answer(&mut self, is_stopped: bool) -> Option<String> {
        let ends = self.line.ends_with(b"\n");
        if is_stopped && !ends {
            return None;
        }
        if self.line.len() == MOST && !ends {
            if mem::replace(&mut self.is_long, true) {
                return Some(String::new());
            }
            return Some(format!(
                "This line is too long: at most {MOST} bytes.\n"
            ));
        }
        if mem::take(&mut self.is_long) {
            // The end of a line that was answered already.
            return ends.then(String::new);
        }
        let line = self.line.trim_ascii();
        if String::from_utf8_lossy(line).contains(char::is_control)
        {
            return None;
        }
        match str::from_utf8(line) {
            Ok("") if !ends => None,
            Ok("") => Some(GREETING.to_owned()),
            Ok(query) => Some(self.finder.answer(query)),
            Err(_) => Some("This is not UTF-8.\n".to_owned()),
        }
    }

    /// Says why the session ends.
    pub fn farewell(&self, is_stopped: bool) -> &'static str {
        if is_stopped {
            "The server shuts down. Bye.\n"
        } else {
            "Bye.\n"
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.finder.leave();
    }
}
