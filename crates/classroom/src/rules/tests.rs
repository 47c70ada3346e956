//! The tests: the same in exercise and solution, each with a time
//! limit, and the one that fails among them.

use course::Exercise;
use syn::{Item, ItemFn, ItemMod};
use tidy::Finding;

use super::Material;

/// From here to the end of the file there are tests.
const START: &str = "#[cfg(test)]";

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let exercises = &material.course.exercises;
    exercises
        .iter()
        .flat_map(|it| check_one(material, it))
        .collect()
}

fn check_one(
    material: &Material,
    exercise: &Exercise,
) -> Vec<Finding> {
    let path = exercise.path();
    let text = material.text(&path);
    let solution = material.text(&exercise.solution());
    let mut found: Vec<_> =
        differ(&path, text, solution).into_iter().collect();
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => {
            let sentence = format!("this is not Rust: {error}");
            let line = error.span().start().line;
            found.push(Finding::at(path, line, sentence));
            return found;
        }
    };
    let tests = tests(&file.items);
    if tests.is_empty() {
        let sentence = "has no `#[test]`: rustlings looks for one";
        found.push(Finding::about(&path, sentence));
    }
    for test in &tests {
        if !has(test, "timeout") {
            let line = test.sig.ident.span().start().line;
            let sentence = format!(
                "{} has no time limit: `#[timeout(10_000)]` of \
                 ntest, below its `#[test]`",
                test.sig.ident
            );
            found.push(Finding::at(&path, line, sentence));
        }
    }
    let stated = &exercise.fails.test;
    if !tests.iter().any(|it| it.sig.ident == stated) {
        let sentence = format!(
            "has no test {stated}, which docs/exercises says to \
             fail: mend one of them"
        );
        found.push(Finding::about(&path, sentence));
    }
    found
}

/// Finds the first line in which the tests of an exercise differ
/// from those of its solution.
fn differ(
    path: &str,
    text: &str,
    solution: &str,
) -> Option<Finding> {
    let start =
        |text: &str| text.lines().position(|it| it == START);
    let (Some(ours), Some(theirs)) = (start(text), start(solution))
    else {
        let sentence = format!(
            "this, or its solution, has no line `{START}`: tests \
             follow it, to the end of the file"
        );
        return Some(Finding::about(path, sentence));
    };
    let mut ours = text.lines().zip(1..).skip(ours);
    let mut theirs = solution.lines().skip(theirs);
    loop {
        let (our, their) = (ours.next(), theirs.next());
        if our.is_none() && their.is_none() {
            return None;
        }
        if our.map(|(line, _)| line) != their {
            let end = text.lines().count();
            let line = our.map_or(end, |(_, line)| line);
            let sentence = "here the tests differ from those of \
                            the solution: make them the same";
            return Some(Finding::at(path, line, sentence));
        }
    }
}

/// Returns the tests among `items`, and in the modules of them.
fn tests(items: &[Item]) -> Vec<&ItemFn> {
    items.iter().flat_map(of_item).collect()
}

fn of_item(item: &Item) -> Vec<&ItemFn> {
    match item {
        Item::Fn(test) if has(test, "test") => vec![test],
        Item::Mod(ItemMod {
            content: Some((_, items)), ..
        }) => tests(items),
        _ => Vec::new(),
    }
}

/// Tells whether a function has an attribute whose path ends with
/// `name`, as `#[tokio::test]` does.
fn has(function: &ItemFn, name: &str) -> bool {
    function.attrs.iter().any(|attribute| {
        let path = attribute.path();
        path.segments.last().is_some_and(|it| it.ident == name)
    })
}
