//! What a check reports.

use std::fmt;

/// One breach of a rule: where, and what, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name in [`CHECKS`](crate::CHECKS).
    pub rule: &'static str,
    /// The file or folder, from the root, with slashes.
    pub place: String,
    /// The line, counted from 1; none if it is about the whole.
    pub line: Option<usize>,
    /// What is wrong there.
    pub sentence: String,
}

impl Finding {
    /// Returns a finding about all of `place`.
    pub fn about(
        place: impl Into<String>,
        sentence: impl Into<String>,
    ) -> Self {
        let (place, sentence) = (place.into(), sentence.into());
        Self { rule: "", place, line: None, sentence }
    }

    /// Returns a finding about line `line` of `place`.
    pub fn at(
        place: impl Into<String>,
        line: usize,
        sentence: impl Into<String>,
    ) -> Self {
        let line = Some(line);
        Self { line, ..Self::about(place, sentence) }
    }

    /// Returns the same finding, with the name of its rule.
    pub fn of_rule(self, rule: &'static str) -> Self {
        Self { rule, ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:", self.place)?;
        if let Some(line) = self.line {
            write!(f, "{line}:")?;
        }
        write!(f, " {} [{}]", self.sentence, self.rule)
    }
}
