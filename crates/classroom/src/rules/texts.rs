//! Each exercise has its texts, in both languages.

use course::{Exercise, TEXTS, Text};
use tidy::Finding;

use super::Material;

/// The end of a hint in info.toml, and so in no hint.
const QUOTES: &str = "'''";

pub(super) fn check(material: &Material) -> Vec<Finding> {
    material.course.exercises.iter().flat_map(of_one).collect()
}

fn of_one(exercise: &Exercise) -> Vec<Finding> {
    let Exercise { lesson, name, minutes, fails, .. } = exercise;
    let mut found = Vec::new();
    let mut wrong = |what: &str| {
        let place = format!("{TEXTS}/{lesson}.toml");
        let sentence = format!("{name}: {what}");
        found.push(Finding::about(place, sentence));
    };
    for (language, text) in
        [("en", &exercise.en), ("zh", &exercise.zh)]
    {
        for part in empty(text) {
            wrong(&format!(
                "`{language}.{part}` is empty: write it"
            ));
        }
    }
    if exercise.en.hints.iter().any(|it| it.contains(QUOTES)) {
        wrong("a hint has ''' in it: info.toml cannot have that");
    }
    if *minutes == 0 {
        wrong("`minutes` is 0: say how long it takes");
    }
    if fails.says.trim().is_empty() {
        wrong("`fails.says` is empty: say what its test says");
    }
    found
}

/// Names the parts of `text` that are empty.
fn empty(text: &Text) -> Vec<String> {
    let hints = text.hints.iter().zip(1..);
    let hints =
        hints.map(|(hint, step)| (format!("hints {step}"), hint));
    let parts = [
        ("title".to_owned(), &text.title),
        ("task".to_owned(), &text.task),
    ];
    let parts = parts.into_iter().chain(hints);
    parts
        .filter(|(_, text)| text.trim().is_empty())
        .map(|(name, _)| name)
        .collect()
}
