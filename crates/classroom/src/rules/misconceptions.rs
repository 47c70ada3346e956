//! Each misconception is whole: the course shows that it is not so
//! in a lesson, in the book, in a test, in an exercise and in the
//! ledger.

use std::collections::BTreeSet;

use course::{MISCONCEPTIONS, Misconception};
use ledger::Ledger;
use tidy::Finding;

use super::{
    Material,
    page::{Section, section},
};

/// As many misconceptions the course treats at least.
const FEWEST: usize = 27;

/// Finds what is wrong with a part of a misconception.
type Part = fn(&Material, &Misconception) -> Vec<String>;

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let mut found = known(material);
    let all = &material.course.misconceptions;
    let count = all.len();
    if count < FEWEST {
        let sentence = format!(
            "has {count} misconceptions, fewer than {FEWEST}"
        );
        found.push(Finding::about(MISCONCEPTIONS, sentence));
    }
    let mut ids = BTreeSet::new();
    for it in all {
        let mut wrong = wrong(material, it);
        if !ids.insert(&it.id) {
            wrong.push("stands here twice: rename one".to_owned());
        }
        found.extend(wrong.into_iter().map(|wrong| {
            let sentence = format!("'{}': {wrong}", it.id);
            Finding::about(MISCONCEPTIONS, sentence)
        }));
    }
    found
}

/// Finds exercises that name a misconception which there is not.
fn known(material: &Material) -> Vec<Finding> {
    let ids: BTreeSet<&str> = material
        .course
        .misconceptions
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    let exercises = material.course.exercises.iter();
    let found = exercises.filter_map(|exercise| {
        let id = exercise.misconception.as_deref()?;
        let sentence = format!(
            "treats '{id}', which {MISCONCEPTIONS} has not: add it \
             there, or name another one"
        );
        (!ids.contains(id))
            .then(|| Finding::about(exercise.path(), sentence))
    });
    found.collect()
}

/// Finds what is wrong with `it`, part by part.
fn wrong(material: &Material, it: &Misconception) -> Vec<String> {
    let parts: [(&str, &str, Option<Part>); 8] = [
        ("id", &it.id, None),
        ("en", &it.en, None),
        ("zh", &it.zh, None),
        ("lesson", &it.lesson, Some(lesson)),
        ("prediction", &it.prediction, Some(prediction)),
        ("test", &it.test, Some(test)),
        ("exercise", &it.exercise, Some(exercise)),
        ("claim", &it.claim, Some(claim)),
    ];
    let wrong =
        parts.into_iter().flat_map(
            |(name, text, part)| match part {
                _ if text.is_empty() => {
                    vec![format!("`{name}` is empty: fill it in")]
                }
                Some(part) => part(material, it),
                None => Vec::new(),
            },
        );
    wrong.collect()
}

fn lesson(material: &Material, it: &Misconception) -> Vec<String> {
    let lesson = &it.lesson;
    let command = match &it.step {
        Some(step) => {
            format!("cargo run -- {lesson} --step {step}")
        }
        None => format!("cargo run -- {lesson}"),
    };
    let is_lesson = material.tree.lessons().contains(&**lesson);
    let checked = match is_lesson {
        true => tidy::check_command(&material.tree, &command),
        false => Err(format!("there is no lesson '{lesson}'")),
    };
    let wrong = checked.err();
    wrong
        .map(|it| format!("{it}: name a lesson, and its step"))
        .into_iter()
        .collect()
}

/// The heading may be on any page of the lesson, but has to ask in
/// both languages.
fn prediction(
    material: &Material,
    it: &Misconception,
) -> Vec<String> {
    let (lesson, id) = (&it.lesson, &it.prediction);
    let languages = ["en", "zh"].into_iter();
    let wrong = languages.filter_map(|language| {
        let home = format!("docs/{language}/{lesson}");
        let pages = material.tree.files(&home, ".md");
        let pages = pages.filter(|(path, _)| {
            let rest = &path[home.len()..];
            rest == ".md" || rest.starts_with('-')
        });
        let best = pages.map(|(_, page)| section(page, id)).max();
        match best.unwrap_or(Section::Missing) {
            Section::Missing => Some(format!(
                "no heading of {home}.md has the id of its \
                 prediction, `{{#{id}}}`: name the one that asks"
            )),
            Section::Plain => Some(format!(
                "{home}.md does not ask under `{{#{id}}}`: ask \
                 there, and fold the answer"
            )),
            Section::Asks => None,
        }
    });
    wrong.collect()
}

fn test(material: &Material, it: &Misconception) -> Vec<String> {
    let test = &it.test;
    let checked = match test.starts_with("cargo test -p ") {
        true => tidy::check_command(&material.tree, test),
        false => Err("a test is `cargo test -p …`".to_owned()),
    };
    let wrong = checked.err();
    wrong
        .map(|it| format!("its test '{test}': {it}"))
        .into_iter()
        .collect()
}

fn exercise(
    material: &Material,
    it: &Misconception,
) -> Vec<String> {
    let (id, name) = (&it.id, &it.exercise);
    let wrong = match material.course.find(name) {
        None => Some(format!(
            "there is no exercise '{name}': name the one that \
             treats it"
        )),
        Some(exercise) => {
            let other = exercise.misconception.as_deref();
            (other != Some(id)).then(|| {
                let other = other.unwrap_or("none");
                format!(
                    "the exercise {name} treats '{other}': name \
                     this one there"
                )
            })
        }
    };
    wrong.into_iter().collect()
}

fn claim(material: &Material, it: &Misconception) -> Vec<String> {
    let claim = &it.claim;
    let is_there = Ledger::parse(material.text(ledger::FILE))
        .is_ok_and(|ledger| {
            ledger.claims.iter().any(|it| it.id == *claim)
        });
    let wrong = (!is_there).then(|| {
        format!(
            "{} has no claim '{claim}': add the row, or name \
             another one",
            ledger::FILE
        )
    });
    wrong.into_iter().collect()
}
