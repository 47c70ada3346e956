//! Two files side by side, line by line.

use report::html::{Element, element, with_text};
use serde::Deserialize;

use super::{Filled, command, head};
use crate::{
    code,
    inline::inline,
    page::Place,
    problem::Problem,
    rows::{Row, rows},
    source::{self, Line, WIDEST},
    steps::{Step, places},
    tokens::tokens,
    words::Words,
};

/// The body of a `pair` fence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pair {
    left: String,
    right: String,
    #[serde(default)]
    items: Vec<String>,
    run: Vec<String>,
    steps: Vec<Vec<String>>,
    titles: Option<[String; 2]>,
}

pub(crate) fn fill(pair: &Pair, place: Place<'_>) -> Filled {
    command::check(&pair.run, place)?;
    let steps = pair.steps.iter().map(|texts| Step::parse(texts));
    let steps: Vec<_> = steps
        .collect::<Result<_, _>>()
        .map_err(|what| vec![place.problem(what)])?;
    let left = lines(&pair.left, &pair.items, place)?;
    let right = lines(&pair.right, &pair.items, place)?;
    let at = |path: &str, lines: &[Line<'_>], texts: Vec<&str>| {
        places(lines, texts).map_err(|(line, what)| {
            vec![
                place.problem(format!("{path}: {what}")),
                Problem::at(path, line, what),
            ]
        })
    };
    let texts = steps.iter().map(|step| &*step.left).collect();
    let left_at = at(&pair.left, &left, texts)?;
    let texts = steps.iter().map(|step| &*step.right).collect();
    let right_at = at(&pair.right, &right, texts)?;
    if left.len() == right.len() && left_at != right_at {
        let unequal = left_at.iter().zip(&right_at);
        let number = unequal.take_while(|(a, b)| a == b).count();
        let what = format!(
            "step {} begins in {}:{}, but in {}:{}: line-parallel \
             halves have their steps on the same lines",
            number + 1,
            pair.left,
            left[left_at[number]].number,
            pair.right,
            right[right_at[number]].number,
        );
        return Err(vec![place.problem(what)]);
    }
    let rows = rows((&left, &left_at), (&right, &right_at));
    Ok(vec![drawn(pair, &steps, &rows, place)])
}

/// Returns the lines of a file that are shown.
fn lines<'book>(
    path: &str,
    items: &[String],
    place: Place<'book>,
) -> Result<Vec<Line<'book>>, Vec<Problem>> {
    let text = place.material.source(path).ok_or_else(|| {
        vec![place.problem(format!("there is no file {path}"))]
    })?;
    let lines = source::lines(text, items).map_err(|what| {
        vec![place.problem(format!("{path} {what}"))]
    })?;
    let wide = lines.iter().filter_map(|line| {
        let width = line.text.chars().count();
        let what = format!(
            "has {width} columns; {WIDEST} fit beside another \
             ({}:{} shows it)",
            place.file, place.line
        );
        let wide = width > WIDEST;
        wide.then(|| Problem::at(path, line.number, what))
    });
    let wide = wide.collect::<Vec<_>>();
    if wide.is_empty() { Ok(lines) } else { Err(wide) }
}

fn drawn(
    pair: &Pair,
    steps: &[Step],
    rows: &[Row<'_>],
    place: Place<'_>,
) -> Element {
    let words = place.language.words();
    let (left, right) = titles(pair, words);
    let column = |side: Side| {
        let (title, path) = match side {
            Side::Left => (&left, &pair.left),
            Side::Right => (&right, &pair.right),
        };
        column(side, title, path, rows, steps, place)
    };
    let switch = switch(rows, words);
    let tools = element("div").class("tools").all(switch);
    let present = with_text("button", words.present);
    let present = present.class("present").with("type", "button");
    element("figure")
        .class("pair")
        .with("data-steps", steps.len())
        .and(tools.and(present))
        .and(column(Side::Left))
        .and(column(Side::Right))
        .and(command::shown(&pair.run, words))
}

/// Returns the switch that hides `async` and `.await`, if there
/// are any on the right.
fn switch(rows: &[Row<'_>], words: &Words) -> Option<Element> {
    let mut lines = rows.iter().filter_map(|row| row.right);
    let has_await = lines
        .any(|it| tokens(it.text).iter().any(|it| it.is_await));
    has_await.then(|| {
        let input = element("input").with("type", "checkbox");
        let input = input.class("hide-await");
        element("label").and(input).text(words.hide_await)
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn column(
    side: Side,
    title: &str,
    path: &str,
    rows: &[Row<'_>],
    steps: &[Step],
    place: Place<'_>,
) -> Element {
    let words = place.language.words();
    let class = match side {
        Side::Left => "col left",
        Side::Right => "col right",
    };
    let kind = if is_wrong(path) { " wrong" } else { "" };
    let what = with_text("strong", title);
    let header = head::head(Some(what), path, words);
    let lines = rows.iter().flat_map(|row| {
        let (line, twin) = match side {
            Side::Left => (row.left, row.right),
            Side::Right => (row.right, row.left),
        };
        let Row { step, begins, .. } = *row;
        let head =
            begins.then(|| head(side, step, &steps[step - 1]));
        let class = match line {
            Some(line) => code::class(line.text),
            None => "l fill".to_owned(),
        };
        let code = match line {
            Some(line) => {
                code::line(line.text, twin.map(|it| it.text))
            }
            None => element("span"),
        };
        let code = code.class(format!("{class} s{step}"));
        head.into_iter().chain([code])
    });
    let code = element("code").class("nohighlight").all(lines);
    element("section")
        .class(format!("{class}{kind}"))
        .with("aria-label", title)
        .with("style", format!("--title:{title:?}"))
        .and(header)
        .and(element("pre").and(code))
}

/// Returns the head of a step; what is selected leaves it out. The
/// left one takes the focus for both.
fn head(side: Side, number: usize, step: &Step) -> Element {
    let head = element("span").class(format!("l h s{number}"));
    let head = match side {
        Side::Left => head.with("tabindex", 0),
        Side::Right => head,
    };
    // No `code` within the code of the column.
    let caption = inline("i", "samp", &step.caption);
    head.and(with_text("b", number)).and(caption)
}

/// Returns what stands above the columns.
fn titles(pair: &Pair, words: &Words) -> (String, String) {
    if let Some([left, right]) = &pair.titles {
        return (left.clone(), right.clone());
    }
    if is_wrong(&pair.left) || is_wrong(&pair.right) {
        let title = |path| match is_wrong(path) {
            true => words.wrong.to_owned(),
            false => words.right.to_owned(),
        };
        return (title(&pair.left), title(&pair.right));
    }
    let title = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        match name {
            "thread.rs" => words.threads.to_owned(),
            "async.rs" => words.tasks.to_owned(),
            "sequential.rs" => words.sequential.to_owned(),
            name => name.to_owned(),
        }
    };
    (title(&pair.left), title(&pair.right))
}

fn is_wrong(path: &str) -> bool {
    path.ends_with("/wrong.rs")
}
