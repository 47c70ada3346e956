//! Scripts and styles without what only their writers read.

use std::{fs, path::Path};

use anyhow::Result;

/// What mdBook writes for people, and every page loads.
const FILES: [&str; 5] = [
    "book.js",
    "toc.js",
    "css/chrome.css",
    "css/general.css",
    "css/variables.css",
];

/// Squeezes mdBook's files in `folder`.
///
/// # Errors
///
/// If one of them is not there.
pub fn squeeze(folder: &Path) -> Result<()> {
    for name in FILES {
        let path = folder.join(name);
        let text = fs::read_to_string(&path)?;
        let squeezed = match name.ends_with(".js") {
            true => script(&text),
            false => style(&text),
        };
        fs::write(path, squeezed)?;
    }
    Ok(())
}

/// Returns the style `css` without comments and indentation.
pub fn style(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter_map(|part| part.split_once("*/"));
    let code = rest.fold(first, |code, (_, part)| code + part);
    let lines = code.lines().map(str::trim);
    joined(lines.filter(|line| !line.is_empty()))
}

/// Returns the script `js` without indentation and without lines
/// that are comments. A text between backticks stays as it is.
pub fn script(js: &str) -> String {
    let mut inside = false;
    joined(js.lines().filter_map(|line| {
        let was_inside = inside;
        inside ^= line.matches('`').count() % 2 == 1;
        let code = line.trim();
        let is_empty = code.is_empty() || code.starts_with("//");
        match was_inside {
            true => Some(line),
            false if is_empty => None,
            false => Some(code),
        }
    }))
}

fn joined<'text>(
    lines: impl Iterator<Item = &'text str>,
) -> String {
    lines.flat_map(|line| [line, "\n"]).collect()
}
