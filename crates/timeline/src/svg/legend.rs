//! What colours and hatches mean.

use std::io;

use super::{
    Panel,
    lanes::{colour, hatch},
    paper::{HEIGHT_OF_LINE, Paper, across},
    words::{Words, fill},
};
use crate::Timeline;

/// As many colours are told apart.
pub(super) const COLOURS: usize = 8;

/// The width of a sample, and where its text begins.
const SAMPLE: (&str, &str) = ("26", "34");

/// Explains the parts of the picture that are in it.
pub(super) fn draw_legend(
    paper: &mut Paper,
    panels: &[Panel<'_>],
    waits: &[&str],
    words: &Words,
) -> io::Result<()> {
    let lanes = panels.iter().flat_map(|it| &it.timeline.lanes);
    let spans = lanes.flat_map(|lane| &lane.spans);
    let waiting = |it: &&crate::Span| it.waits_for.is_some();
    let waiting = spans.clone().filter(waiting);
    let held = waiting.clone().any(|it| it.thread.is_some());
    let free = waiting.clone().any(|it| it.thread.is_none());
    sample(paper, 0.0, "c0", None)?;
    line(paper, words.runs)?;
    if held {
        sample(paper, 0.0, "c0 wait", Some(0))?;
        line(paper, words.waits_with_thread)?;
    }
    if free {
        sample(paper, 0.0, "none", Some(0))?;
        line(paper, words.waits_alone)?;
    }
    if spans.clone().any(|it| it.cpu.is_some()) {
        let y = (paper.y() + 9).to_string();
        let (x, width) = (across(0.0), SAMPLE.0);
        let how = [
            ("class", "cpu"),
            ("x", x.as_str()),
            ("y", y.as_str()),
            ("width", width),
            ("height", "3"),
        ];
        paper.draw("rect", &how)?;
        line(paper, words.on_core)?;
    }
    for pair in (0..waits.len()).collect::<Vec<_>>().chunks(2) {
        for (place, share) in pair.iter().zip([0.0, 0.5]) {
            sample(paper, share, "none", Some(*place))?;
            let what = waits[*place];
            let ours = words.waits.iter().find(|it| it.0 == what);
            let what = [("what", ours.map_or(what, |it| it.1))];
            let text = fill(words.waits_for, &what);
            let more = [("dx", SAMPLE.1)];
            paper.text(share, 13, &more, &text)?;
        }
        paper.down(HEIGHT_OF_LINE);
    }
    Ok(())
}

/// Says which thread has which colour.
pub(super) fn draw_threads(
    paper: &mut Paper,
    timeline: &Timeline,
    words: &Words,
) -> io::Result<()> {
    let spans = timeline.lanes.iter().flat_map(|lane| &lane.spans);
    let mut used = Vec::new();
    for thread in spans.filter_map(|span| span.thread) {
        if !used.contains(&thread) {
            used.push(thread);
        }
    }
    let shown = &used[..used.len().min(COLOURS)];
    for pair in shown.chunks(2) {
        for (number, share) in pair.iter().zip([0.0, 0.5]) {
            sample(paper, share, &colour(*number), None)?;
            let of = thread(&timeline.threads[*number], words);
            paper.text(share, 13, &[("dx", SAMPLE.1)], &of)?;
        }
        paper.down(HEIGHT_OF_LINE);
    }
    let more = used.len() - shown.len();
    if more > 0 {
        let more = [("count", &*more.to_string())];
        let text = fill(words.more, &more);
        line(paper, &text)?;
    }
    Ok(())
}

/// Returns what the thread called `name` is called. Threads without
/// a name are numbered.
pub(super) fn thread(name: &str, words: &Words) -> String {
    let name = name.strip_prefix("thread ").unwrap_or(name);
    fill(words.thread, &[("name", name)])
}

fn sample(
    paper: &mut Paper,
    share: f64,
    class: &str,
    wait: Option<usize>,
) -> io::Result<()> {
    let (x, y) = (across(share), (paper.y() + 3).to_string());
    let place = [
        ("x", x.as_str()),
        ("y", y.as_str()),
        ("width", SAMPLE.0),
        ("height", "12"),
    ];
    let class = [("class", class)];
    paper.draw("rect", &[&class[..], &place].concat())?;
    if let Some(wait) = wait {
        let fill = hatch(wait);
        let fill = [("fill", fill.as_str())];
        paper.draw("rect", &[&fill[..], &place].concat())?;
    }
    Ok(())
}

fn line(paper: &mut Paper, text: &str) -> io::Result<()> {
    paper.text(0.0, 13, &[("dx", SAMPLE.1)], text)?;
    paper.down(HEIGHT_OF_LINE);
    Ok(())
}
