//! What must not stand on a page.

use crate::{
    language::Language, material::Material, problem::Problem,
};

/// Finds words in Chinese pages that the glossary forbids.
pub(super) fn check(material: &Material) -> Vec<Problem> {
    let folder = format!("docs/{}/", Language::Chinese.folder());
    let pages = material.tree.files(&folder, ".md");
    let found = pages.flat_map(|(file, text)| {
        let name = &file[folder.len()..];
        material.glossary.check(name, file, text)
    });
    // Both languages stand in these, and nothing that is Chinese
    // there is on no page.
    let texts = [course::TEXTS, course::MISCONCEPTIONS];
    let texts = texts.into_iter();
    let texts =
        texts.flat_map(|it| material.tree.files(it, ".toml"));
    let texts = texts.flat_map(|(file, text)| {
        material.glossary.check(file, file, text)
    });
    found.chain(texts).collect()
}

/// Finds emphasis that Markdown did not take for emphasis: between
/// Chinese signs, `**…，**` stays as it is.
pub(super) fn check_html(name: &str, html: &str) -> Vec<Problem> {
    let lines = html.lines().zip(1..);
    let lines =
        lines.filter(|(line, _)| without_code(line).contains("**"));
    let found = lines.map(|(line, number)| {
        let at = line.find("**").unwrap_or(0);
        let near = line[..at].chars().rev().take(12);
        let near = near.collect::<Vec<_>>();
        let near = near.into_iter().rev().collect::<String>();
        let what = format!(
            "has a literal `**` behind 「{near}」: put the \
             punctuation outside"
        );
        Problem::at(name, number, what)
    });
    found.collect()
}

/// Returns a line of HTML without what is code in it.
fn without_code(line: &str) -> String {
    let mut rest = line;
    let mut out = String::new();
    while let Some((before, code)) = rest.split_once("<code") {
        out += before;
        rest = code.split_once("</code>").map_or("", |(_, it)| it);
    }
    out + rest
}
