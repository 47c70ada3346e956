//! The axis of time, and the lanes on it.

use std::{io, time::Duration};

use super::{
    legend::{COLOURS, thread},
    paper::{HATCHES, HEIGHT_OF_LINE, Paper, across, wide},
    words::{Words, fill},
};
use crate::{
    End, Kind, Lane, Span, Timeline,
    ticks::{short, ticks},
};

/// As high is a row: its name, its bar, a gap.
const HEIGHT_OF_ROW: u32 = HEIGHT_OF_LINE + 22;

/// A bar is at least so wide, in pixels, so that it is seen.
const LEAST: &str = "1.2";

/// The picture tells so many moments apart: what is shorter, and
/// where the same is drawn already, is left out.
const CELLS: f64 = 2000.0;

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
        draw_lane(paper, timeline, lane, waits, end, words)?;
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
fn name(lane: &Lane, words: &Words) -> String {
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

fn draw_lane(
    paper: &mut Paper,
    timeline: &Timeline,
    lane: &Lane,
    waits: &[&str],
    end: Duration,
    words: &Words,
) -> io::Result<()> {
    let cell = |at| (share(at, end) * CELLS) as u32;
    // Waits first: a short run beside one is seen upon it.
    for waiting in [true, false] {
        let mut last = None;
        let spans = lane.spans.iter();
        for span in
            spans.filter(|it| it.waits_for.is_some() == waiting)
        {
            let (from, to) = (cell(span.from), cell(span.to));
            if from == to && last == Some(from) {
                continue;
            }
            last = Some(to);
            let wait = waits.iter().position(|it| {
                Some(*it) == span.waits_for.as_deref()
            });
            let about = about(timeline, lane, span, words);
            draw_span(paper, span, wait, &about, end)?;
        }
    }
    Ok(())
}

fn draw_span(
    paper: &mut Paper,
    span: &Span,
    wait: Option<usize>,
    about: &str,
    end: Duration,
) -> io::Result<()> {
    let x = across(share(span.from, end));
    let width = share(span.duration(), end);
    let seen = width * 300.0 > 1.0; // on a narrow window, too
    let whole = if seen { wide(width) } else { LEAST.to_owned() };
    let y = paper.y().to_string();
    let place = [
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("width", whole.as_str()),
        ("height", "14"),
    ];
    let mut class = span.thread.map_or("none".to_owned(), colour);
    if wait.is_some() {
        class += " wait";
    }
    let class = [("class", class.as_str())];
    paper.rectangle(&[&class[..], &place].concat(), about)?;
    if let Some(wait) = wait {
        let fill = hatch(wait);
        let fill =
            [("fill", fill.as_str()), ("pointer-events", "none")];
        paper.draw("rect", &[&fill[..], &place].concat())?;
    }
    let cpu = span.cpu.unwrap_or_default();
    if seen && !cpu.is_zero() {
        let y = (paper.y() + 11).to_string();
        let width = wide(share(cpu, end));
        let bar = [
            ("class", "cpu"),
            ("x", x.as_str()),
            ("y", y.as_str()),
            ("width", width.as_str()),
            ("height", "3"),
        ];
        paper.draw("rect", &bar)?;
    }
    Ok(())
}

/// Says what a span is, for who points at it.
fn about(
    timeline: &Timeline,
    lane: &Lane,
    span: &Span,
    words: &Words,
) -> String {
    let ran = span.thread.map(|it| &timeline.threads[it]);
    let template = match (&span.waits_for, ran) {
        (None, _) => words.run,
        (Some(_), Some(_)) => words.wait_with_thread,
        (Some(_), None) => words.wait_alone,
    };
    let ran = ran.map_or("?".to_owned(), |it| thread(it, words));
    let text = fill(
        template,
        &[
            ("lane", &name(lane, words)),
            ("what", span.waits_for.as_deref().unwrap_or_default()),
            ("thread", &ran),
            ("from", &short(span.from)),
            ("time", &short(span.duration())),
        ],
    );
    let cpu = span.cpu.map(short).unwrap_or_default();
    match cpu.as_str() {
        "" => text,
        cpu => text + &fill(words.of_which, &[("cpu", cpu)]),
    }
}

fn share(time: Duration, of: Duration) -> f64 {
    time.as_secs_f64() / of.as_secs_f64()
}
