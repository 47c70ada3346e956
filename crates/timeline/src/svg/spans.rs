//! What is on a lane.

use std::{io, time::Duration};

use super::{
    lanes::{colour, hatch, name},
    legend::thread,
    paper::{Paper, across, wide},
    words::{Words, fill},
};
use crate::{Lane, Span, Timeline, ticks::short};

/// A bar is at least so wide, in pixels, so that it is seen.
const LEAST: &str = "1.2";

/// What is narrower than this share of the picture nobody points
/// at, not even where the window is narrow.
const NARROW: f64 = 1.0 / 300.0;

/// The CPU time of less than this share is not seen.
const LEAST_CPU: f64 = 1.0 / 10_000.0;

/// The picture tells so many moments apart: what is shorter, and
/// where the same is drawn already, is left out.
const CELLS: f64 = 2000.0;

/// As high is a bar.
const HEIGHT: (&str, &str) = ("height", "14");

/// Draws what the lane's thread, task or future did, from here
/// down.
pub(super) fn draw_spans(
    paper: &mut Paper,
    timeline: &Timeline,
    lane: &Lane,
    waits: &[&str],
    end: Duration,
    words: &Words,
) -> io::Result<()> {
    let cell = |at| (share(at, end) * CELLS) as u32;
    let down = format!("translate(0 {})", paper.y());
    paper.begin("g", &[("transform", &down)])?;
    // Waits first: a short run beside one is seen upon it.
    for waiting in [true, false] {
        let mut last = None;
        let mut drawn = Vec::new();
        let spans = lane.spans.iter();
        for span in
            spans.filter(|it| it.waits_for.is_some() == waiting)
        {
            let (from, to) = (cell(span.from), cell(span.to));
            if from == to && last == Some(from) {
                continue;
            }
            last = Some(to);
            let about = about(timeline, lane, span, words);
            draw_span(paper, span, &about, end)?;
            drawn.push(span);
        }
        draw_hatches(paper, &drawn, waits, end)?;
    }
    paper.end("g")
}

fn draw_span(
    paper: &mut Paper,
    span: &Span,
    about: &str,
    end: Duration,
) -> io::Result<()> {
    let (x, width) = place(span, end);
    let is_narrow = share(span.duration(), end) <= NARROW;
    let mut class = span.thread.map_or("none".to_owned(), colour);
    if span.waits_for.is_some() {
        class += " wait";
    }
    let bar = [
        ("class", class.as_str()),
        ("x", x.as_str()),
        ("width", width.as_str()),
        HEIGHT,
    ];
    if is_narrow {
        return paper.draw("rect", &bar);
    }
    paper.rectangle(&bar, about)?;
    let cpu = share(span.cpu.unwrap_or_default(), end);
    if cpu < LEAST_CPU {
        return Ok(());
    }
    let width = wide(cpu);
    let bar = [
        ("class", "cpu"),
        ("x", x.as_str()),
        ("y", "11"),
        ("width", width.as_str()),
        ("height", "3"),
    ];
    paper.draw("rect", &bar)
}

/// Hatches `spans` by what they wait for, if they do.
fn draw_hatches(
    paper: &mut Paper,
    spans: &[&Span],
    waits: &[&str],
    end: Duration,
) -> io::Result<()> {
    for (number, wait) in waits.iter().enumerate() {
        let its = |span: &&&Span| {
            span.waits_for.as_deref() == Some(*wait)
        };
        let mut spans = spans.iter().filter(its).peekable();
        if spans.peek().is_none() {
            continue;
        }
        let fill = hatch(number);
        let how =
            [("fill", fill.as_str()), ("pointer-events", "none")];
        paper.begin("g", &how)?;
        for span in spans {
            let (x, width) = place(span, end);
            let place = [("x", x.as_str()), ("width", &width)];
            paper
                .draw("rect", &[&place[..], &[HEIGHT]].concat())?;
        }
        paper.end("g")?;
    }
    Ok(())
}

/// Returns where a span begins, and how wide it is.
fn place(span: &Span, end: Duration) -> (String, String) {
    let width = share(span.duration(), end);
    let width = match width > NARROW {
        true => wide(width),
        false => LEAST.to_owned(),
    };
    (across(share(span.from, end)), width)
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

/// Returns which part of the picture's width `time` is.
pub(super) fn share(time: Duration, of: Duration) -> f64 {
    time.as_secs_f64() / of.as_secs_f64()
}
