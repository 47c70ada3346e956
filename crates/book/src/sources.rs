//! Whole source files, as pages of their own.

use std::{
    collections::BTreeSet,
    fs,
    path::{Component, Path},
};

use anyhow::Result;
use rayon::prelude::*;
use report::html::{element, with_text};

use crate::{code, material::Material, site};

/// Their folder in the book.
pub const FOLDER: &str = "source";

/// What leads from a page in `docs` to the root of the workspace.
const UP: &str = "href=\"../../";

/// What the pages of the book lie below.
const DOCS: &str = "href=\"../";

/// Turns the links of a page to files of the workspace into links
/// to their pages.
pub fn relink(html: &str) -> String {
    let mut parts = html.split(UP);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (path, rest) =
            part.split_once('"').unwrap_or((part, ""));
        let (path, line) =
            path.split_once('#').unwrap_or((path, ""));
        let line = match line {
            "" => String::new(),
            line => format!("#{line}"),
        };
        out += &format!("{DOCS}{FOLDER}/{path}.html{line}\"{rest}");
    }
    out
}

/// Writes a page for each file that the book's pages link, and
/// returns how many.
///
/// # Errors
///
/// If one cannot be written. A file that is not there is left to
/// the check of links.
pub fn write(material: &Material, out: &Path) -> Result<usize> {
    let wanted = linked(out)?;
    let sources = wanted.iter().filter_map(|path| {
        let text = material.source(path)?;
        is_inside(path).then_some((path.as_str(), text))
    });
    let sources = sources.collect::<Vec<_>>();
    sources.par_iter().try_for_each(|(path, text)| {
        let file = out.join(FOLDER).join(format!("{path}.html"));
        fs::create_dir_all(file.parent().unwrap_or(out))?;
        fs::write(file, page(path, text))
    })?;
    Ok(sources.len())
}

/// Returns the files that the pages of the book in `out` link.
fn linked(out: &Path) -> Result<BTreeSet<String>> {
    let mut wanted = BTreeSet::new();
    let start = format!("{DOCS}{FOLDER}/");
    for page in site::pages(out)? {
        let html = fs::read_to_string(page)?;
        let links = html.split(&start).skip(1);
        let links = links.filter_map(|link| {
            let (path, _) = link.split_once('"')?;
            let path = path.split('#').next().unwrap_or(path);
            path.strip_suffix(".html").map(str::to_owned)
        });
        wanted.extend(links);
    }
    Ok(wanted)
}

/// Tells whether `path` leads nowhere but down.
fn is_inside(path: &str) -> bool {
    Path::new(path)
        .components()
        .all(|it| matches!(it, Component::Normal(_)))
}

/// Returns the page of the file `path`.
fn page(path: &str, text: &str) -> String {
    let is_rust = path.ends_with(".rs");
    let lines = text.lines().zip(1..).map(|(line, number)| {
        let code = if is_rust {
            code::line(line, None)
        } else {
            with_text("span", format!("{line}\n"))
        };
        let code = code.class("l").with("id", format!("L{number}"));
        code.with("data-n", number)
    });
    let code = element("code").all(lines);
    let meta = element("meta").with("charset", "utf-8");
    let view = element("meta").with("name", "viewport");
    let view =
        view.with("content", "width=device-width, initial-scale=1");
    let style = include_str!("../theme/source.css");
    let head = element("head")
        .and(meta)
        .and(view)
        .and(with_text("title", path))
        .and(with_text("style", style));
    let body = element("body").and(
        element("main")
            .and(with_text("h1", path))
            .and(element("pre").with("tabindex", 0).and(code)),
    );
    let html = element("html").with("lang", "en");
    let html = html.and(head).and(body).to_text();
    format!("<!DOCTYPE html>\n{html}\n")
}
