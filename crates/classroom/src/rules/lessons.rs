//! Each lesson has its exercises.

use course::{Course, TEXTS, World};
use tidy::Finding;

use super::Material;

/// As many exercises there are at least.
const FEWEST: usize = 30;

/// What a program to be written has in its empty bodies.
const UNWRITTEN: &str = "todo!(";

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let Material { tree, course, .. } = material;
    let lessons = tree.lessons().into_iter();
    let mut found: Vec<Finding> =
        lessons.flat_map(|it| of_lesson(course, it)).collect();
    found.extend(open(material));
    let count = course.exercises.len();
    if count < FEWEST {
        let sentence = format!(
            "there are {count} exercises, fewer than {FEWEST}"
        );
        found.push(Finding::about(TEXTS, sentence));
    }
    found
}

/// Finds what `lesson` lacks: an exercise of each world, and at its
/// end an open one.
fn of_lesson(course: &Course, lesson: &str) -> Vec<Finding> {
    let place = format!("{TEXTS}/{lesson}.toml");
    let mut found = Vec::new();
    let mut wrong = |sentence: &str| {
        found.push(Finding::about(place.as_str(), sentence));
    };
    for (world, unit) in
        [(World::Thread, "threads"), (World::Async, "tasks")]
    {
        if !course.of(lesson).any(|it| it.world == world) {
            wrong(&format!("no exercise is about {unit}: add one"));
        }
    }
    let last = course.of(lesson).last();
    if let Some(last) = last.filter(|it| !it.is_open()) {
        wrong(&format!(
            "the last exercise, {}, is not open (without a \
             `misconception`, to be written): end with one",
            last.name
        ));
    }
    found
}

/// Finds exercises that treat no misconception, although nothing in
/// them is to be written.
fn open(material: &Material) -> Vec<Finding> {
    let exercises = material.course.exercises.iter();
    let found =
        exercises.filter(|it| it.is_open()).filter_map(|it| {
            let path = it.path();
            let sentence = format!(
                "has no `misconception` in {TEXTS}/{}.toml, and no \
             `todo!(\"…\")` where something is to be written: name \
             one, or leave something out",
                it.lesson
            );
            let is_open = material.text(&path).contains(UNWRITTEN);
            (!is_open).then(|| Finding::about(path, sentence))
        });
    found.collect()
}
