//! The axis of time, and the lanes on it.

use std::{io, time::Duration};

use super::{
    legend::COLOURS,
    paper::{HATCHES, HEIGHT_OF_LINE, Paper, across},
    spans::{draw_spans, share},
    words::{Words, fill},
};
use crate::{
    End, Kind, Lane, Timeline,
    ticks::{short, ticks},
};

/// As high is a row: its name, its bar, a gap.
const HEIGHT_OF_ROW: u32 = HEIGHT_OF_LINE + 22;

/// Returns the class of what the thread of this number does.
pub(super) fn colour(thread: usize) -> String {
    format!("c{}", thread % COLOURS)
}

/// Returns how the wait of this number is filled.
pub(super) fn hatch(wait: usize) -> String {
    format!("url(#hatch{})", wait % HATCHES.len())
}

/// Draws the axis and the lanes of `timeline`.
pub(super) fn draw_lanes(
    paper: &mut Paper,
    timeline: &Timeline,
    waits: &[&str],
    end: Duration,
    words: &Words,
) -> io::Result<()> {
    draw_axis(paper, timeline.lanes.len() as u32, end)?;
    for lane in &timeline.lanes {
        paper.text(0.0, 13, &[], &name(lane, words))?;
        let how = [("text-anchor", "end")];
        paper.text(1.0, 13, &how, &summary(lane, words))?;
        paper.down(HEIGHT_OF_LINE);
        draw_spans(paper, timeline, lane, waits, end, words)?;
        paper.down(HEIGHT_OF_ROW - HEIGHT_OF_LINE);
    }
    Ok(())
}

fn draw_axis(
    paper: &mut Paper,
    rows: u32,
    end: Duration,
) -> io::Result<()> {
    paper.down(4);
    let from = paper.y() + HEIGHT_OF_LINE;
    let to = from + rows * HEIGHT_OF_ROW;
    let (from, to) = (from.to_string(), to.to_string());
    for tick in ticks(end, 5) {
        let share = share(tick, end);
        let anchor = match share {
            0.0..0.04 => "start",
            0.96.. => "end",
            _ => "middle",
        };
        let how = [("text-anchor", anchor)];
        paper.text(share, 13, &how, &short(tick))?;
        let x = across(share);
        let line = [
            ("class", "grid"),
            ("x1", x.as_str()),
            ("x2", x.as_str()),
            ("y1", from.as_str()),
            ("y2", to.as_str()),
        ];
        paper.draw("line", &line)?;
    }
    paper.down(HEIGHT_OF_LINE + 4);
    Ok(())
}

/// Returns what a lane is called.
pub(super) fn name(lane: &Lane, words: &Words) -> String {
    let template = match lane.kind {
        Kind::Thread => words.thread,
        Kind::Task => words.task,
        Kind::Future => words.future,
    };
    fill(template, &[("name", &lane.name)])
}

/// Says what stands at the right end of a row.
fn summary(lane: &Lane, words: &Words) -> String {
    let cpu = lane.spans.iter().map(|span| span.cpu);
    let cpu: Option<Duration> =
        cpu.flatten().reduce(|sum, cpu| sum + cpu);
    let cpu =
        cpu.map(|cpu| fill(words.cpu, &[("time", &short(cpu))]));
    let end = match lane.end {
        End::Done => None,
        End::Dropped => Some(words.dropped.to_owned()),
        End::Panicked => Some(words.panicked.to_owned()),
        End::Open => Some(words.open.to_owned()),
    };
    let both: Vec<_> = cpu.into_iter().chain(end).collect();
    both.join(", ")
}
