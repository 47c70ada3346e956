//! The first comment of an exercise: its title and its task.

use anyhow::{Context, Result, ensure};

/// Returns the title and the task that `source` begins with:
/// `//! # Title`, and the lines of `//!` behind it.
pub(crate) fn parse(source: &str) -> Result<(String, String)> {
    let lines = source.lines().map_while(|line| {
        let text = line.strip_prefix("//!")?;
        Some(text.strip_prefix(' ').unwrap_or(text))
    });
    let mut lines = lines.peekable();
    let title = lines.next().and_then(|it| it.strip_prefix("# "));
    let title =
        title.context("does not begin with `//! # Title`")?;
    let task: Vec<&str> = lines.collect();
    let task = task.join("\n").trim().to_owned();
    ensure!(!task.is_empty(), "has no task below its title");
    Ok((title.to_owned(), task))
}
