//! The line on which the spinner turns.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard},
};

use lesson::output;

use crate::Seen;
use line::{Line, Place};

mod line;

/// A handle of the line on which the spinner turns, which
/// remembers what was drawn there; clones share it.
#[derive(Clone, Debug)]
pub struct Screen {
    // A mutex of std serves tasks too: none awaits holding it.
    line: Arc<Mutex<Line>>,
}

impl Screen {
    /// Makes a screen of standard output. In a file it draws plain
    /// lines, one a second at the most.
    pub fn stdout() -> Self {
        Self::at(match output::is_terminal() {
            true => Place::Terminal,
            false => Place::File,
        })
    }

    /// Makes a screen behind what stands in the line already. It
    /// says nothing, and in a file it draws nothing.
    pub fn cell() -> Self {
        Self::at(match output::is_terminal() {
            true => Place::Cell,
            false => Place::Nowhere,
        })
    }

    /// Makes a screen that shows nothing and remembers all.
    pub fn silent() -> Self {
        Self::at(Place::Nowhere)
    }

    fn at(place: Place) -> Self {
        let line = Line::new(place);
        Self { line: Arc::new(Mutex::new(line)) }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().expect("nobody panics while drawing")
    }

    /// Draws the next frame, over the one before.
    pub fn draw(&self) {
        self.line().draw();
    }

    /// Erases the frame, if there is one.
    pub fn erase(&self) {
        self.line().erase();
    }

    /// Returns a guard that erases when it is dropped, however its
    /// scope is left.
    pub fn eraser(&self) -> Eraser<'_> {
        Eraser(self)
    }

    /// Prints a line above the frame.
    pub fn say(&self, text: fmt::Arguments<'_>) {
        self.line().say(text);
    }

    /// Returns what was seen so far.
    pub fn seen(&self) -> Seen {
        self.line().seen()
    }
}

/// Erases the frame when it is dropped.
#[derive(Debug)]
#[must_use]
pub struct Eraser<'screen>(&'screen Screen);

impl Drop for Eraser<'_> {
    fn drop(&mut self) {
        self.0.erase();
    }
}
