//! Each exercise is a program that rustlings takes, and has its
//! solution; nothing else stands beside them.

use std::collections::BTreeSet;

use course::Exercise;
use tidy::Finding;

use super::Material;

/// What shows a student where to begin.
const TODO: &str = "// TODO";

/// What rustlings looks for, letter by letter.
const MAIN: &str = "fn main()";

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let exercises = &material.course.exercises;
    let found = exercises.iter().flat_map(|it| parts(material, it));
    found.chain(strangers(material)).collect()
}

fn parts(material: &Material, exercise: &Exercise) -> Vec<Finding> {
    let (path, solution) = (exercise.path(), exercise.solution());
    let text = material.text(&path);
    let mut found = Vec::new();
    let mut wrong = |path: &str, sentence: &str| {
        found.push(Finding::about(path, sentence));
    };
    if !text.contains(TODO) {
        let sentence = "has no `// TODO` at the place to mend: \
                        write one, as a question";
        wrong(&path, sentence);
    }
    if !text.contains(MAIN) {
        wrong(&path, "has no `fn main()`: rustlings runs it");
    }
    match material.tree.text(&solution) {
        None => wrong(&solution, "is missing: write it"),
        Some(text) => {
            if text.contains(TODO) {
                let sentence =
                    "still has its `// TODO`: take it out";
                wrong(&solution, sentence);
            }
            if !text.contains(MAIN) {
                wrong(&solution, "has no `fn main()`");
            }
        }
    }
    found
}

/// Finds files that belong to no exercise; rustlings refuses them.
fn strangers(material: &Material) -> Vec<Finding> {
    let exercises = material.course.exercises.iter();
    let known: BTreeSet<String> = exercises
        .flat_map(|it| [it.path(), it.solution()])
        .collect();
    let strangers =
        material.programs.iter().filter(|it| !known.contains(*it));
    strangers
        .map(|path| {
            let sentence = "belongs to no exercise of \
                            docs/exercises: name it there, or \
                            delete it";
            Finding::about(path.as_str(), sentence)
        })
        .collect()
}
