//! `diff`: a pair in two columns, row by row.

mod hide;
mod page;
mod rows;
mod summary;
mod tokens;
mod wrap;

use std::path::Path;

use anyhow::anyhow;
use console::Term;
use lesson::say;
use tidy::{Half, Tree};

use crate::pairs::{self, View};
use page::Page;
use rows::Row;

/// What is to be shown, and how.
#[derive(Debug, Default)]
pub(crate) struct Options {
    pub(crate) lesson: Option<String>,
    pub(crate) step: Option<String>,
    pub(crate) without_await: bool,
    pub(crate) width: Option<usize>,
}

/// How wide a page is that no terminal bounds: two columns of the
/// house's 68, and the numbers between them.
const WIDTH: usize = 140;

/// Prints a pair of the workspace `root`, and how many of its rows
/// differ.
///
/// # Errors
///
/// If there is no such pair, or it cannot be read.
pub(crate) fn show(
    root: &Path,
    options: &Options,
) -> anyhow::Result<()> {
    let tree = Tree::read(root)?;
    let lesson = pairs::known(&tree, options.lesson.as_deref())?;
    let views = pairs::views(&tree, lesson);
    let step = options.step.as_deref();
    let view = pairs::pick(&views, lesson, step)?;
    let bare = match hidden(view) {
        Err(error) if options.without_await => return Err(error),
        // All that is lost is a number in the last line.
        bare => bare.ok(),
    };
    let full = rows::align(view.left.text, view.right.text);
    let bare = bare.as_ref();
    let bare = bare.map(|(left, right)| rows::align(left, right));
    let rows = match &bare {
        Some(bare) if options.without_await => bare,
        _ => &full,
    };
    let width = options.width.unwrap_or_else(terminal_width);
    let page = Page::new(view.kind, rows.len(), width);
    page.print(&[Row::names(&view.left.path, &view.right.path)]);
    say!();
    page.print(rows);
    say!();
    if views.len() > 1 {
        say!("Pairs of {lesson}: {}.", pairs::list(&views));
    }
    if let Some(sentence) = summary::uneven(view) {
        say!("{sentence}");
    }
    let (full, bare) = (&full, bare.as_deref());
    say!("{}", summary::count(full, bare, options.without_await));
    Ok(())
}

/// Returns both sides without `async` and `.await`. A thread half
/// has none; of a wrong version, both sides may have some.
fn hidden(view: &View<'_>) -> anyhow::Result<(String, String)> {
    let hidden = |half: &Half<'_>| {
        hide::without_await(half.text).map_err(|error| {
            let line = error.span().start().line;
            anyhow!("{}:{line} is not Rust: {error}", half.path)
        })
    };
    Ok((hidden(&view.left)?, hidden(&view.right)?))
}

fn terminal_width() -> usize {
    let size = Term::stdout().size_checked();
    size.map_or(WIDTH, |(_, columns)| columns.into())
}
