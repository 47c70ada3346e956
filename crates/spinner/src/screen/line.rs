//! What is drawn on the line, where, and when.

use std::{
    fmt,
    time::{Duration, Instant},
};

use lesson::output;

use crate::Seen;

const FRAMES: [char; 4] = ['|', '/', '-', '\\'];

/// What follows the turning stroke.
const MESSAGE: &str = " thinking!";

/// The least time between two frames in a file.
const LINE_EVERY: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub(super) struct Line {
    place: Place,
    frames: usize,
    /// When it changed last.
    changed: Instant,
    longest_gap: Duration,
    /// The frame that stands there now.
    shown: Option<char>,
    /// When a line was last written to a file.
    written: Option<Instant>,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// A terminal: frames stand in one place.
    Terminal,
    /// A terminal, behind what stands in the line already.
    Cell,
    /// A file or a pipe: frames stand below one another.
    File,
    Nowhere,
}

impl Line {
    pub(super) fn new(place: Place) -> Self {
        Self {
            place,
            frames: 0,
            changed: Instant::now(),
            longest_gap: Duration::ZERO,
            shown: None,
            written: None,
        }
    }

    pub(super) fn draw(&mut self) {
        let frame = FRAMES[self.frames % FRAMES.len()];
        match self.place {
            Place::Terminal | Place::Cell => {
                let back = self.back();
                output::write(format_args!(
                    "{back}{frame}{MESSAGE}"
                ));
            }
            Place::File if self.is_line_due() => {
                output::write(format_args!("{frame}{MESSAGE}\n"));
                self.written = Some(Instant::now());
            }
            Place::File | Place::Nowhere => {}
        }
        self.note_gap();
        self.frames += 1;
        self.shown = Some(frame);
    }

    pub(super) fn erase(&mut self) {
        if self.shown.is_none() {
            return;
        }
        if let Place::Terminal | Place::Cell = self.place {
            output::write(format_args!("{}", self.wipe()));
        }
        self.note_gap();
        self.shown = None;
    }

    pub(super) fn say(&self, text: fmt::Arguments<'_>) {
        match self.place {
            Place::Terminal => {
                let wipe = self.wipe();
                output::write(format_args!("{wipe}{text}\n"));
                if let Some(frame) = self.shown {
                    output::write(format_args!("{frame}{MESSAGE}"));
                }
            }
            Place::File => output::write(format_args!("{text}\n")),
            Place::Cell | Place::Nowhere => {}
        }
    }

    pub(super) fn seen(&self) -> Seen {
        // Before the first frame, and while one stands there, the
        // last gap is not over yet.
        let waits = self.frames == 0 || self.shown.is_some();
        let gap = if waits {
            self.changed.elapsed()
        } else {
            Duration::ZERO
        };
        Seen {
            frames: self.frames,
            longest_gap: self.longest_gap.max(gap),
            erased: self.shown.is_none(),
        }
    }

    fn note_gap(&mut self) {
        let now = Instant::now();
        let gap = now.duration_since(self.changed);
        self.longest_gap = self.longest_gap.max(gap);
        self.changed = now;
    }

    fn is_line_due(&self) -> bool {
        self.written.is_none_or(|it| it.elapsed() >= LINE_EVERY)
    }

    /// What takes the cursor back to the start of the frame.
    fn back(&self) -> String {
        let width = self.shown.map_or(0, |_| 1 + MESSAGE.len());
        "\x08".repeat(width)
    }

    /// What takes the frame away.
    fn wipe(&self) -> String {
        let back = self.back();
        format!("{back}{}{back}", " ".repeat(back.len()))
    }
}
