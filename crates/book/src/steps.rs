//! The steps of a pair: where each begins, and what is said of it.

use crate::source::Line;

/// A step as a page names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What stands in its first line on the left.
    pub left: String,
    /// What stands in its first line on the right.
    pub right: String,
    /// What is said of it.
    pub caption: String,
}

impl Step {
    /// Takes what a page says of a step: the text of its first
    /// line, in both halves or of each, and the caption.
    ///
    /// # Errors
    ///
    /// If that is not two or three texts, or one is empty.
    pub fn parse(texts: &[String]) -> Result<Self, String> {
        let (left, right, caption) = match texts {
            [both, caption] => (both, both, caption),
            [left, right, caption] => (left, right, caption),
            _ => {
                let what = "a step is [text, caption], or [text on \
                            the left, text on the right, caption]";
                return Err(format!("{what}: not {texts:?}"));
            }
        };
        if caption.trim().is_empty() {
            return Err(format!("step `{left}` has no caption"));
        }
        if left.is_empty() || right.is_empty() {
            return Err(format!("step `{caption}` has no text"));
        }
        let (left, right) = (left.clone(), right.clone());
        Ok(Self { left, right, caption: caption.clone() })
    }
}

/// Returns at which of `lines` each step begins, counted from 0.
/// Each begins behind the one before.
///
/// # Errors
///
/// If there is no line for a step; names the line behind which it
/// was looked for.
pub fn places<'step>(
    lines: &[Line<'_>],
    texts: impl IntoIterator<Item = &'step str>,
) -> Result<Vec<usize>, (usize, String)> {
    let mut places: Vec<usize> = Vec::new();
    for text in texts {
        let from = places.last().map_or(0, |last| last + 1);
        let found = lines[from..]
            .iter()
            .position(|line| line.text.contains(text));
        let Some(found) = found else {
            let before = from.saturating_sub(1);
            let line = lines.get(before).map_or(0, |it| it.number);
            let number = places.len() + 1;
            let what = format!(
                "step {number} begins with `{text}`, and no line \
                 behind this one has that"
            );
            return Err((line, what));
        };
        places.push(from + found);
    }
    Ok(places)
}
