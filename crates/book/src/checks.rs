//! What must hold of the book as a whole.

mod exercises;
mod languages;
mod lessons;
mod links;
mod outside;
mod text;

use std::{fs, path::Path};

use anyhow::Result;

use crate::{material::Material, problem::Problem, site};

/// Finds what must be mended in the pages, before they are built.
pub fn before(material: &Material) -> Vec<Problem> {
    let mut problems = languages::check(&material.tree);
    problems.extend(lessons::check(&material.tree));
    problems.extend(exercises::check(material));
    problems.extend(text::check(material));
    problems
}

/// Finds what must be mended in the book that was built below
/// `out`; returns how many links were followed.
///
/// # Errors
///
/// If the book cannot be read.
pub fn after(out: &Path) -> Result<(usize, Vec<Problem>)> {
    let mut problems = Vec::new();
    for page in site::pages(out)? {
        let html = fs::read_to_string(&page)?;
        let name = page.strip_prefix(out).unwrap_or(&page);
        let name = name.to_string_lossy();
        problems.extend(outside::check(&name, &html));
        problems.extend(text::check_html(&name, &html));
    }
    let (links, broken) = links::check(out)?;
    problems.extend(broken);
    Ok((links, problems))
}
