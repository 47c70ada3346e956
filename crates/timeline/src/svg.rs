//! A picture: time goes to the right, a lane is a row.
//!
//! Places across are per cent of the width, and letters keep their
//! size: the picture is as wide as its window, and can be read in
//! a narrow one. Its colours follow the reader's choice of light
//! or dark.

mod lanes;
mod legend;
mod paper;
mod spans;
mod words;

use std::{io, time::Duration};

use crate::Timeline;
use lanes::draw_lanes;
use legend::{draw_legend, draw_threads};
use paper::{HEIGHT_OF_LINE, Paper};
pub use words::{CHINESE, ENGLISH, Words};

/// One of the timelines of a picture.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    /// What stands above it.
    pub heading: &'a str,
    /// What it shows.
    pub timeline: &'a Timeline,
}

/// Returns a picture of `panels`, one above the other, on one axis
/// of time, as a file of its own or as a part of a page.
///
/// # Panics
///
/// Never: memory takes all that is written to it.
pub fn draw(
    title: &str,
    panels: &[Panel<'_>],
    words: &Words,
) -> String {
    let mut paper = Paper::default();
    draw_all(&mut paper, title, panels, words)
        .expect("memory takes all");
    paper.finish(title, words.about).expect("memory takes all")
}

fn draw_all(
    paper: &mut Paper,
    title: &str,
    panels: &[Panel<'_>],
    words: &Words,
) -> io::Result<()> {
    let waits = waits(panels);
    let end = panels.iter().map(|panel| panel.timeline.end());
    let end = end.max().unwrap_or_default();
    let end = end.max(Duration::from_nanos(1));
    paper.heading(title)?;
    draw_legend(paper, panels, &waits, words)?;
    for Panel { heading, timeline } in panels {
        paper.down(HEIGHT_OF_LINE / 2);
        if panels.len() > 1 {
            paper.heading(heading)?;
        }
        draw_threads(paper, timeline, words)?;
        draw_lanes(paper, timeline, &waits, end, words)?;
    }
    Ok(())
}

/// Returns what is waited for, each once: its place says how it is
/// hatched.
fn waits<'a>(panels: &[Panel<'a>]) -> Vec<&'a str> {
    let lanes = panels.iter().flat_map(|it| &it.timeline.lanes);
    let spans = lanes.flat_map(|lane| &lane.spans);
    let mut waits = Vec::new();
    for span in spans {
        if let Some(what) = span.waits_for.as_deref()
            && !waits.contains(&what)
        {
            waits.push(what);
        }
    }
    waits
}
