//! Both languages have the same pages, headings and blocks.

use std::collections::BTreeSet;

use tidy::Tree;
use toml::{Table, Value};

use crate::{
    fence::{Fence, Part, parts},
    language::Language,
    problem::Problem,
};

/// What a fence says in its page's own language.
const OWN: [&str; 2] = ["caption", "titles"];

/// Finds what one language has and the other lacks.
pub(super) fn check(tree: &Tree) -> Vec<Problem> {
    let mut problems = Vec::new();
    let names = Language::ALL.map(|it| names(tree, it));
    for (language, own) in Language::ALL.into_iter().zip(&names) {
        let other = path(language.other(), "");
        for name in names.iter().flatten() {
            if !own.contains(name) {
                let file = path(language, name);
                let what = format!("is missing; {other} has it");
                problems.push(Problem::with(file, what));
            }
        }
    }
    let [english, chinese] = &names;
    for name in english.intersection(chinese) {
        match check_page(tree, name) {
            Ok(()) => {}
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

/// Returns the names of a language's pages.
fn names(tree: &Tree, language: Language) -> BTreeSet<String> {
    let folder = path(language, "");
    let pages = tree.files(&folder, ".md");
    let names =
        pages.map(|(path, _)| path[folder.len()..].to_owned());
    names.collect()
}

fn path(language: Language, name: &str) -> String {
    format!("docs/{}/{name}", language.folder())
}

/// A heading or a fence: what its twin must share, and its line.
type Mark = (String, usize);

/// Compares a page with its twin: the first difference is enough.
fn check_page(tree: &Tree, name: &str) -> Result<(), Problem> {
    let [(english, twins), (chinese, marks)] = {
        let page = |language| {
            let file = path(language, name);
            let text = tree.text(&file).unwrap_or_default();
            marks(text, &file).map(|marks| (file, marks))
        };
        [page(Language::English)?, page(Language::Chinese)?]
    };
    let mut both = twins.iter().zip(&marks);
    if let Some((twin, mark)) = both.find(|(a, b)| a.0 != b.0) {
        let what = format!(
            "{}; in its place {english}:{} has {}",
            mark.0, twin.1, twin.0
        );
        return Err(Problem::at(chinese, mark.1, what));
    }
    let (more, less, rest) = if marks.len() > twins.len() {
        (chinese, english, &marks[twins.len()..])
    } else {
        (english, chinese, &twins[marks.len()..])
    };
    match rest.first() {
        Some((mark, line)) => {
            let what =
                format!("{mark}; {less} has nothing like it");
            Err(Problem::at(more, *line, what))
        }
        None => Ok(()),
    }
}

/// Lists the headings and fences of a page, in order.
fn marks(text: &str, file: &str) -> Result<Vec<Mark>, Problem> {
    let mut marks = Vec::new();
    let mut line = 1;
    for part in parts(text, file)? {
        match part {
            Part::Text(text) => {
                marks.extend(headings(&text, line, file)?);
                line += text.lines().count();
            }
            Part::Fence(fence) => {
                marks.push((shared(&fence), fence.line));
                line = fence.line + fence.body.lines().count() + 2;
            }
        }
    }
    Ok(marks)
}

/// Lists the headings in a text that begins at `line`: the depth
/// and the id, which both languages share.
fn headings(
    text: &str,
    line: usize,
    file: &str,
) -> Result<Vec<Mark>, Problem> {
    let mut in_code = false;
    let mut marks = Vec::new();
    for (text, line) in text.lines().zip(line..) {
        if text.starts_with("```") {
            in_code = !in_code;
        }
        if in_code || !text.starts_with('#') {
            continue;
        }
        let depth =
            text.bytes().take_while(|it| *it == b'#').count();
        let id = text.split_once("{#");
        let id = id.and_then(|(_, id)| id.trim().strip_suffix('}'));
        // SUMMARY.md is no page.
        let Some(id) = id else {
            if file.ends_with("SUMMARY.md") {
                continue;
            }
            let what = "this heading has no id: `## Title {#id}`";
            return Err(Problem::at(file, line, what));
        };
        marks.push((format!("heading {depth} #{id}"), line));
    }
    Ok(marks)
}

/// Returns what a fence shares with its twin.
fn shared(fence: &Fence) -> String {
    let Ok(mut body) = fence.body.parse::<Table>() else {
        return fence.kind.to_owned();
    };
    for name in OWN {
        body.remove(name);
    }
    // Of a step the places are shared, and not its caption.
    if let Some(Value::Array(steps)) = body.get_mut("steps") {
        for step in steps.iter_mut().filter_map(Value::as_array_mut)
        {
            step.pop();
        }
    }
    format!("{} {body:?}", fence.kind)
}
