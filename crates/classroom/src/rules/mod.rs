//! What the files of the course have to keep: nothing is built, and
//! nothing runs.
//!
//! A rule is a function from the [`Material`] to what breaks it,
//! and one row of [`RULES`].

mod generated;
mod lessons;
mod lock;
mod material;
mod misconceptions;
mod names;
mod page;
mod program;
mod shared;
mod tests;
mod texts;

use std::path::Path;

use anyhow::Result;
use tidy::Finding;

use material::Material;

/// A rule's name, and what finds what breaks it.
type Rule = (&'static str, fn(&Material) -> Vec<Finding>);

/// All of them.
const RULES: &[Rule] = &[
    ("generated", generated::check),
    ("lock", lock::check),
    ("names", names::check),
    ("programs", program::check),
    ("tests", tests::check),
    ("shared", shared::check),
    ("texts", texts::check),
    ("lessons", lessons::check),
    ("misconceptions", misconceptions::check),
];

/// Checks the files of the course in the workspace `root`; returns
/// what is wrong with them, each in a sentence that says what to
/// do.
///
/// # Errors
///
/// If a file cannot be read as text.
pub fn findings(root: &Path) -> Result<Vec<Finding>> {
    let material = match Material::read(root)? {
        Ok(material) => material,
        Err(finding) => return Ok(vec![finding.of_rule("texts")]),
    };
    let found = RULES.iter().flat_map(|(name, find)| {
        let found = find(&material).into_iter();
        found.map(|finding| finding.of_rule(name))
    });
    Ok(found.collect())
}
