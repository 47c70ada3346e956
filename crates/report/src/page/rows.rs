//! A chart with a row for each figure: its name, its value, a dot
//! and a line for its interval.

use super::{
    figure::{Shown, WIDTH},
    scale::Scale,
};
use crate::html::{Element, element, with_text};

/// The height of a row.
const ROW: f64 = 34.0;

/// Where the marks begin and end.
const LEFT: f64 = 8.0;
const RIGHT: f64 = WIDTH - 8.0;

/// What the figures of a chart are.
#[derive(Clone, Copy)]
pub(crate) struct Kind {
    /// Writes one of them.
    pub(crate) text: fn(f64) -> String,
    /// Writes one on the axis.
    pub(crate) tick: fn(f64) -> String,
    /// A line to draw, such as "takes as long".
    pub(crate) line_at: Option<f64>,
}

/// Returns the chart of `rows`.
pub(crate) fn chart(
    rows: &[Shown<'_>],
    kind: Kind,
    label: &str,
) -> Element {
    let figures = rows.iter().flat_map(Shown::figures);
    let figures = figures.chain(kind.line_at);
    let scale = Scale::around(figures, LEFT, RIGHT);
    let bottom = 4.0 + rows.len() as f64 * ROW;
    let grid = scale.ticks(5).into_iter().flat_map(|tick| {
        let x = scale.place(tick);
        let line = line(x, 0.0, x, bottom).class("grid");
        [line, axis(x, bottom + 16.0, (kind.tick)(tick))]
    });
    let one = kind.line_at.map(|at| {
        let x = scale.place(at);
        line(x, 0.0, x, bottom).class("one")
    });
    let rows = rows.iter().enumerate().map(|(number, row)| {
        mark(row, 4.0 + number as f64 * ROW, scale, kind)
    });
    svg(bottom + 22.0, label).all(grid).all(one).all(rows)
}

fn mark(
    row: &Shown<'_>,
    top: f64,
    scale: Scale,
    kind: Kind,
) -> Element {
    let text = |x: f64, text: &str| {
        with_text("text", text).at("x", x).at("y", top + 12.0)
    };
    let here = row.here.spread;
    let value = (kind.text)(here.median);
    let name = text(LEFT, &row.label()).class("name");
    let value = text(RIGHT, &value)
        .class("value")
        .with("text-anchor", "end");
    let there = row.there.map(|row| row.spread);
    let there = there.into_iter().flat_map(|there| {
        let y = top + 27.0;
        let [low, median, high] =
            [there.low, there.median, there.high]
                .map(|it| scale.place(it));
        [
            line(low, y, high, y).class("range there"),
            dot(median, y, 3.5).class("dot there"),
        ]
    });
    let y = top + 20.0;
    let [low, median, high] = [here.low, here.median, here.high]
        .map(|it| scale.place(it));
    element("g")
        .class(format_args!("s{}", row.colour))
        .and(name)
        .and(value)
        .all(there)
        .and(line(low, y, high, y).class("range"))
        .and(dot(median, y, 4.0).class("dot"))
}

/// Returns an empty drawing, as wide as all of them.
pub(crate) fn svg(height: f64, label: &str) -> Element {
    element("svg")
        .with("viewBox", format_args!("0 0 {WIDTH} {height}"))
        .with("role", "img")
        .with("aria-label", label)
}

/// Returns a line.
pub(crate) fn line(x1: f64, y1: f64, x2: f64, y2: f64) -> Element {
    let from = element("line").at("x1", x1).at("y1", y1);
    from.at("x2", x2).at("y2", y2)
}

/// Returns a dot.
pub(crate) fn dot(x: f64, y: f64, radius: f64) -> Element {
    element("circle").at("cx", x).at("cy", y).at("r", radius)
}

/// Returns a text in the middle below `x`, within the drawing.
pub(crate) fn axis(x: f64, y: f64, text: String) -> Element {
    let half = text.chars().count() as f64 * 3.2;
    let x = x.clamp(half, WIDTH - half);
    let text = with_text("text", text).class("axis");
    text.at("x", x).at("y", y).with("text-anchor", "middle")
}
