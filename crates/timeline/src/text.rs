//! A picture made of letters, for terminals.

use std::{iter, time::Duration};

use unicode_width::UnicodeWidthStr;

use crate::{
    End, Lane, Span, Timeline,
    ticks::{short, ticks},
};

/// The most columns of a line.
const WIDTH: usize = 80;

/// The most columns of a name.
const NAME: usize = 20;

/// The most lanes that are drawn.
const LANES: usize = 20;

/// Where a lane runs most of the time, and some of it.
const RUNS: [char; 2] = ['█', '▄'];

/// Where it waits: a letter for each thing that is waited for.
const WAITS: [char; 8] = ['░', '·', '-', '~', '=', '+', ':', '▒'];

/// Where it is cut off.
const CUT: char = '×';

/// What one waits for, and whether a thread waits as well.
type Wait<'a> = (&'a str, bool);

/// Returns `timeline` as lines of at most 80 columns, each with a
/// line break at its end.
pub fn draw(timeline: &Timeline) -> String {
    let end = timeline.end().max(Duration::from_nanos(1));
    let shown = &timeline.lanes[..timeline.lanes.len().min(LANES)];
    let names: Vec<_> = shown.iter().map(name).collect();
    let name = names.iter().map(|name| name.width()).max();
    let name = name.unwrap_or(0);
    let columns = WIDTH - name - 2;
    let waits = waits(shown);
    let mut rows = String::new();
    for (lane, text) in shown.iter().zip(names) {
        let gap = " ".repeat(name - text.width() + 2);
        let cells = cells(lane, &waits, columns, end);
        rows += &format!("{text}{gap}{}\n", cells.trim_end());
    }
    let mut out = axis(name + 2, columns, end) + &rows;
    let more = timeline.lanes.len() - shown.len();
    if more > 0 {
        out += &format!("(and {more} more; an .svg shows all)\n");
    }
    out + &legend(&waits, &rows) + &sentence(timeline)
}

/// Returns the name of `lane`, cut where it is too long.
fn name(lane: &Lane) -> String {
    let mut name = lane.to_string();
    while name.width() > NAME {
        name.pop();
        while name.width() >= NAME {
            name.pop();
        }
        name.push('…');
    }
    name
}

/// Returns a line of times, each where it is.
fn axis(left: usize, columns: usize, end: Duration) -> String {
    let mut line = String::new();
    for tick in ticks(end, 4) {
        let text = short(tick);
        let share = tick.as_secs_f64() / end.as_secs_f64();
        let place = left + (share * columns as f64) as usize;
        let place = place.min(WIDTH - text.width());
        let used = line.width();
        if used < place || line.is_empty() {
            line += &" ".repeat(place - used);
            line += &text;
        }
    }
    line + "\n"
}

/// Returns what the lanes wait for: its place says by which letter
/// it is drawn.
fn waits(lanes: &[Lane]) -> Vec<Wait<'_>> {
    let mut waits = Vec::new();
    for span in lanes.iter().flat_map(|lane| &lane.spans) {
        if let Some(wait) = wait(span)
            && !waits.contains(&wait)
        {
            waits.push(wait);
        }
    }
    waits
}

fn wait(span: &Span) -> Option<Wait<'_>> {
    Some((span.waits_for.as_deref()?, span.thread.is_some()))
}

/// Returns what `lane` does, a letter for each slice of time.
fn cells(
    lane: &Lane,
    waits: &[Wait<'_>],
    columns: usize,
    end: Duration,
) -> String {
    let slice = end.as_secs_f64() / columns as f64;
    let mut cells: Vec<_> = (0..columns)
        .map(|column| {
            let from = column as f64 * slice;
            cell(lane, waits, from, from + slice)
        })
        .collect();
    let cut = [End::Dropped, End::Panicked].contains(&lane.end);
    if cut && let Some(last) = lane.spans.last() {
        let place = last.to.as_secs_f64() / slice;
        cells[(place as usize).min(columns - 1)] = CUT;
    }
    cells.into_iter().collect()
}

fn cell(
    lane: &Lane,
    waits: &[Wait<'_>],
    from: f64,
    to: f64,
) -> char {
    let mut runs = 0.0;
    let mut longest = (0.0, ' ');
    for span in &lane.spans {
        let (begin, end) =
            (span.from.as_secs_f64(), span.to.as_secs_f64());
        let part = end.min(to) - begin.max(from);
        if part <= 0.0 {
            continue;
        }
        let Some(wait) = wait(span) else {
            runs += part;
            continue;
        };
        if part > longest.0 {
            let place = waits.iter().position(|it| *it == wait);
            let place = place.unwrap_or(0) % WAITS.len();
            longest = (part, WAITS[place]);
        }
    }
    match runs / (to - from) {
        0.5.. => RUNS[0],
        share if share > 0.0 => RUNS[1],
        _ => longest.1,
    }
}

/// Explains the letters that are in `rows`.
fn legend(waits: &[Wait<'_>], rows: &str) -> String {
    let [most, some] = RUNS;
    let mut out =
        format!("{most} runs, {some} runs less than half the time");
    if rows.contains(CUT) {
        out += &format!(", {CUT} dropped, or panicked");
    }
    out.push('\n');
    for ((what, held), letter) in
        waits.iter().zip(iter::repeat(WAITS).flatten())
    {
        if !rows.contains(letter) {
            continue;
        }
        let with = if *held {
            "its thread waits, too"
        } else {
            "no thread waits with it"
        };
        let mut line =
            format!("{letter} waits for: {what} ({with})");
        while line.width() > WIDTH {
            line.pop();
        }
        out += &line;
        out.push('\n');
    }
    out
}

/// Says in a sentence what is to be seen.
fn sentence(timeline: &Timeline) -> String {
    let lanes = timeline.lanes.len();
    let spans = timeline.lanes.iter().flat_map(|lane| &lane.spans);
    let mut threads: Vec<_> =
        spans.clone().filter_map(|span| span.thread).collect();
    threads.sort_unstable();
    threads.dedup();
    let threads = threads.len();
    let waits = spans.filter(|span| span.waits_for.is_some());
    let most = at_once(waits);
    let s = |count: usize| if count == 1 { "" } else { "s" };
    format!(
        "{lanes} lane{}, run by {threads} thread{}; at the most \
         {most} waited at once.\n",
        s(lanes),
        s(threads),
    )
}

/// Returns how many of `spans` there are at once, at the most.
fn at_once<'a>(spans: impl Iterator<Item = &'a Span>) -> usize {
    let mut ends: Vec<(Duration, i32)> = spans
        .filter(|span| span.to > span.from)
        .flat_map(|span| [(span.from, 1), (span.to, -1)])
        .collect();
    ends.sort_unstable(); // at the same moment, ends come first
    let mut now = 0;
    let counts = ends.into_iter().map(|(_, step)| {
        now += step;
        now
    });
    counts.max().unwrap_or(0).unsigned_abs() as usize
}
