//! Names as rustlings and cargo take them.

use std::collections::{BTreeMap, BTreeSet};

use tidy::{Finding, Tree};

use super::Material;

/// The longest name that rustlings takes.
const LONGEST: usize = 32;

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let taken = binaries(&material.tree);
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for exercise in &material.course.exercises {
        let name = exercise.name.as_str();
        let mut wrong = |sentence: String| {
            found.push(Finding::about(exercise.path(), sentence));
        };
        let length = name.len();
        if length > LONGEST {
            wrong(format!(
                "its name has {length} letters, and rustlings \
                 takes {LONGEST}: find a shorter one"
            ));
        }
        let is_ours = |letter: char| {
            letter.is_ascii_lowercase()
                || letter.is_ascii_digit()
                || letter == '_'
        };
        if !name.chars().all(is_ours) {
            wrong("a name takes a-z, 0-9 and _: rename it".into());
        }
        if !known.insert(name) {
            wrong(format!(
                "docs/exercises has a second `{name}`: rename one"
            ));
        }
        for program in [name.to_owned(), format!("{name}_sol")] {
            if let Some(path) = taken.get(&*program) {
                wrong(format!(
                    "{path} makes a program `{program}`, in the \
                     same folder of target: rename the exercise"
                ));
            }
        }
    }
    found
}

/// Returns the names of the workspace's programs, and where each
/// one is.
fn binaries(tree: &Tree) -> BTreeMap<&str, &str> {
    let files = tree.files("crates/", ".rs");
    files
        .filter_map(|(path, _)| Some((program(path)?, path)))
        .collect()
}

/// Returns the name of the program that cargo makes of the file
/// `path`, if it makes one.
fn program(path: &str) -> Option<&str> {
    let (home, rest) =
        path.strip_prefix("crates/")?.split_once("/src/")?;
    if rest == "main.rs" {
        return Some(home);
    }
    let file = rest.strip_prefix("bin/")?;
    let name = file.strip_suffix("/main.rs");
    let name = name.or_else(|| file.strip_suffix(".rs"))?;
    (!name.contains('/')).then_some(name)
}
