//! A chart with a line for each name, over the sizes.

use super::{
    figure::{Shown, WIDTH},
    rows::{Kind, axis, dot, line, svg},
    scale::Scale,
    words::Words,
};
use crate::html::{Element, element, with_text};

/// The fewest sizes that make a line.
const LEAST: usize = 3;

/// Columns that a name takes, and the most there is room for.
const LETTER: f64 = 6.7;
const WIDEST: f64 = 160.0;

/// Between two names on the right.
const APART: f64 = 14.0;

const LEFT: f64 = 50.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 220.0;

/// A name, and its figures from the smallest size to the largest.
struct Series<'page> {
    name: &'page str,
    colour: usize,
    rows: Vec<&'page Shown<'page>>,
}

/// Returns the chart of `rows`, if they are lines: of several
/// sizes, with names for which there is room.
pub(crate) fn chart(
    rows: &[Shown<'_>],
    kind: Kind,
    label: &str,
    words: &Words,
) -> Option<Element> {
    let mut sizes = Vec::new();
    for row in rows {
        let size = row.here.id.size()?;
        if !sizes.contains(&size) {
            sizes.push(size);
        }
    }
    let series = series(rows);
    let names = series.iter().map(|it| it.name.chars().count());
    let names = names.max()? as f64 * LETTER + 12.0;
    if sizes.len() < LEAST || names > WIDEST || sizes.contains(&0.0)
    {
        return None;
    }
    let right = WIDTH - names;
    let x = Scale::around(sizes.iter().copied(), LEFT, right);
    let figures = rows.iter().flat_map(Shown::figures);
    let figures = figures.chain(kind.line_at);
    let y = Scale::around(figures, BOTTOM, TOP);
    let grid = y.ticks(6).into_iter().flat_map(|tick| {
        let at = y.place(tick);
        let text = with_text("text", (kind.tick)(tick));
        let text = text.class("axis").with("text-anchor", "end");
        [
            line(LEFT, at, right, at).class("grid"),
            text.at("x", LEFT - 5.0).at("y", at + 4.0),
        ]
    });
    let one = kind.line_at.map(|at| {
        let at = y.place(at);
        line(LEFT, at, right, at).class("one")
    });
    let sizes = labels(&sizes, x);
    let what = unit(&rows[0].here.id.point, words);
    let middle = f64::midpoint(LEFT, right);
    let what = axis(middle, BOTTOM + 34.0, what);
    let paths = series.iter().map(|it| path(it, x, y));
    let names = names_of(&series, right, x, y);
    let svg = svg(BOTTOM + 40.0, label).all(grid).all(one);
    Some(svg.all(sizes).and(what).all(paths).all(names))
}

fn series<'page>(
    rows: &'page [Shown<'page>],
) -> Vec<Series<'page>> {
    let mut all = Vec::<Series<'_>>::new();
    for row in rows {
        let name = row.here.id.name.as_str();
        match all.iter_mut().find(|it| it.name == name) {
            Some(series) => series.rows.push(row),
            None => {
                let (colour, rows) = (row.colour, vec![row]);
                all.push(Series { name, colour, rows });
            }
        }
    }
    all
}

/// Writes the sizes below the axis, as far as there is room.
fn labels(sizes: &[f64], x: Scale) -> Vec<Element> {
    let mut labels = Vec::new();
    let mut free = f64::INFINITY;
    for size in sizes.iter().rev() {
        let text = short(*size);
        let half = text.len() as f64 * 3.6;
        let at = x.place(*size);
        if at + half < free {
            labels.push(axis(at, BOTTOM + 17.0, text));
            free = at - half - 3.0;
        }
    }
    labels
}

fn short(size: f64) -> String {
    match size {
        size if size >= 10_000.0 => {
            format!("{} k", size / 1000.0)
        }
        size => size.to_string(),
    }
}

/// Returns what the sizes count: "at once" of "5 at once".
fn unit(point: &str, words: &Words) -> String {
    let number = |it: char| it.is_ascii_digit() || it == '.';
    let unit = point.trim_matches(number).trim();
    match unit {
        "" => words.size.to_owned(),
        unit => unit.to_owned(),
    }
}

fn path(series: &Series<'_>, x: Scale, y: Scale) -> Element {
    let place = |row: &Shown<'_>| {
        x.place(row.here.id.size().unwrap_or(1.0))
    };
    let mut there = Vec::new();
    let mut here = Vec::new();
    let mut marks = Vec::new();
    for row in &series.rows {
        let x = place(row);
        if let Some(row) = row.there {
            let at = y.place(row.spread.median);
            there.push((x, at));
            marks.push(dot(x, at, 3.5).class("dot there"));
        }
        let spread = row.here.spread;
        let [low, median, high] =
            [spread.low, spread.median, spread.high]
                .map(|it| y.place(it));
        here.push((x, median));
        marks.push(line(x, low, x, high).class("range"));
        marks.push(dot(x, median, 4.0).class("dot"));
    }
    let there = (there.len() > 1)
        .then(|| polyline(&there).class("path there"));
    element("g")
        .class(format_args!("s{}", series.colour))
        .all(there)
        .and(polyline(&here).class("path"))
        .all(marks)
}

fn polyline(places: &[(f64, f64)]) -> Element {
    let places =
        places.iter().map(|(x, y)| format!("{x:.1},{y:.1}"));
    let places = places.collect::<Vec<_>>().join(" ");
    element("polyline").with("points", places)
}

/// Names the lines where they end: on the right, one below the
/// other; or beside the last mark of a line that ends before.
fn names_of(
    series: &[Series<'_>],
    right: f64,
    x: Scale,
    y: Scale,
) -> Vec<Element> {
    let ends = series.iter().filter_map(|series| {
        let last = series.rows.last()?;
        let size = last.here.id.size()?;
        let y = y.place(last.here.spread.median);
        Some(End { series, x: x.place(size), y })
    });
    let mut ends = ends.collect::<Vec<_>>();
    ends.sort_by(|one, other| one.y.total_cmp(&other.y));
    let last = ends.iter().map(|end| end.x).fold(0.0, f64::max);
    let (reach, stop): (Vec<_>, Vec<_>) =
        ends.into_iter().partition(|end| end.x >= last);
    let wanted = reach.iter().map(|end| end.y);
    let places = spaced(&wanted.collect::<Vec<_>>());
    let reach = reach.iter().zip(places).map(|(end, at)| {
        let lead = line(end.x + 5.0, end.y, right + 5.0, at);
        let name = end.name(right + 8.0, at + 4.0);
        name.and(lead.class("grid"))
    });
    let stop = stop.iter();
    let stop = stop.map(|end| end.name(end.x + 7.0, end.y - 5.0));
    reach.chain(stop).collect()
}

/// Where a line ends.
struct End<'page> {
    series: &'page Series<'page>,
    x: f64,
    y: f64,
}

impl End<'_> {
    fn name(&self, x: f64, y: f64) -> Element {
        let Series { name, colour, .. } = self.series;
        let name = with_text("text", name).class("name");
        let group = element("g").class(format_args!("s{colour}"));
        group.and(name.at("x", x).at("y", y))
    }
}

/// Moves places apart that are too near to each other, and keeps
/// them on the drawing.
fn spaced(wanted: &[f64]) -> Vec<f64> {
    let mut places = Vec::with_capacity(wanted.len());
    let mut free = TOP;
    for at in wanted {
        let at = at.max(free);
        places.push(at);
        free = at + APART;
    }
    let mut free = BOTTOM;
    for at in places.iter_mut().rev() {
        *at = at.min(free);
        free = *at - APART;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_overlap_and_stay_on_the_drawing() {
        let places = spaced(&[100.0, 101.0, 219.0, 219.5, 220.0]);
        for pair in places.windows(2) {
            assert!(pair[1] - pair[0] >= APART - 1e-9);
        }
        assert!(places.iter().all(|at| *at <= BOTTOM));
    }
}
