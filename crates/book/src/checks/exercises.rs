//! Each lesson with exercises lists them on a page.

use std::collections::BTreeSet;

use crate::{
    fence::{Part, parts},
    language::Language,
    material::Material,
    problem::Problem,
};

/// Finds lessons whose exercises no page of a language lists.
pub(super) fn check(material: &Material) -> Vec<Problem> {
    let exercises = material.course.exercises.iter();
    let lessons: BTreeSet<&str> =
        exercises.map(|it| it.lesson.as_str()).collect();
    let mut problems = Vec::new();
    for language in Language::ALL {
        let folder = format!("docs/{}/", language.folder());
        let pages = material.tree.files(&folder, ".md");
        let fences = pages.flat_map(|(file, text)| {
            let parts = parts(text, file).unwrap_or_default();
            parts.into_iter().filter_map(|part| match part {
                Part::Fence(it) if it.kind == "exercises" => {
                    Some(it.body)
                }
                _ => None,
            })
        });
        let fences = fences.collect::<String>();
        for lesson in &lessons {
            if !fences.contains(&format!("\"{lesson}\"")) {
                let file = format!("{folder}{lesson}.md");
                let what = format!(
                    "has no `exercises` fence for {lesson}: nobody \
                     would find them"
                );
                problems.push(Problem::with(file, what));
            }
        }
    }
    problems
}
