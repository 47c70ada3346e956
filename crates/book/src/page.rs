//! A page: its fences, filled.

use report::html::Element;

use crate::{
    blocks, chinese,
    fence::{Fence, Part, parts},
    language::Language,
    material::Material,
    problem::Problem,
};

/// Where a block stands, and what it may be made of.
#[derive(Clone, Copy, Debug)]
pub struct Place<'book> {
    /// The page, from the root of the workspace.
    pub file: &'book str,
    /// The line of the fence's first backtick.
    pub line: usize,
    /// The page's language.
    pub language: Language,
    /// Sources, outputs, figures.
    pub material: &'book Material,
}

impl Place<'_> {
    /// Returns a problem with the fence.
    pub fn problem(&self, what: impl Into<String>) -> Problem {
        Problem::at(self.file, self.line, what)
    }
}

/// Returns the page `text` with its fences filled.
///
/// # Errors
///
/// All fences that cannot be.
pub fn fill(
    text: &str,
    file: &str,
    language: Language,
    material: &Material,
) -> Result<String, Vec<Problem>> {
    let parts = parts(text, file).map_err(|it| vec![it])?;
    let mut filled = String::new();
    let mut problems = Vec::new();
    for part in &parts {
        match part {
            Part::Text(text) => match language {
                Language::English => filled += text,
                Language::Chinese => {
                    filled += &chinese::joined(text);
                }
            },
            Part::Fence(fence) => {
                let Fence { line, .. } = *fence;
                let place =
                    Place { file, line, language, material };
                match blocks::fill(fence, place) {
                    Ok(blocks) => {
                        filled.extend(blocks.iter().map(block));
                    }
                    Err(found) => problems.extend(found),
                }
            }
        }
    }
    if problems.is_empty() { Ok(filled) } else { Err(problems) }
}

/// Returns a block as one line: a blank one would end it, as far as
/// Markdown is concerned.
fn block(block: &Element) -> String {
    let html = block.to_text().replace('\n', "&#10;");
    format!("\n{html}\n\n")
}
