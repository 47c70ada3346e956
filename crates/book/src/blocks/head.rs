//! What stands above code: what it is, its file, and a button that
//! copies it.

use report::html::{Element, element, with_text};

use crate::words::Words;

/// Returns the head of what is in the file `path`.
pub(super) fn head(
    title: Option<Element>,
    path: &str,
    words: &Words,
) -> Element {
    let copy = with_text("button", words.copy)
        .class("copy")
        .with("type", "button")
        .with("data-done", words.copied);
    element("header").all(title).and(link(path)).and(copy)
}

/// Returns a link to a file of the workspace, which may break
/// behind each slash, as phones need it.
fn link(path: &str) -> Element {
    let mut link =
        element("a").with("href", format!("../../{path}"));
    for part in path.split_inclusive('/') {
        link = link.text(part);
        if part.ends_with('/') {
            link = link.and(element("wbr"));
        }
    }
    link
}
