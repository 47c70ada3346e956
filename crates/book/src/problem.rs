//! What is wrong with the book, and where.

use std::fmt;

/// Something that must be mended before the book is built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, from the root of the workspace.
    pub file: String,
    /// The line in it, counted from 1; 0 if it is about the file.
    pub line: usize,
    /// What is wrong, in a sentence.
    pub what: String,
}

impl Problem {
    /// Returns a problem at a line.
    pub fn at(
        file: impl Into<String>,
        line: usize,
        what: impl Into<String>,
    ) -> Self {
        let (file, what) = (file.into(), what.into());
        Self { file, line, what }
    }

    /// Returns a problem with a whole file.
    pub fn with(
        file: impl Into<String>,
        what: impl Into<String>,
    ) -> Self {
        Self::at(file, 0, what)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, what } = self;
        match line {
            0 => write!(f, "{file}: {what}"),
            line => write!(f, "{file}:{line}: {what}"),
        }
    }
}

/// The book cannot be built: all that must be mended.
#[derive(Debug)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        match self.0.len() {
            1 => f.write_str("one problem"),
            count => write!(f, "{count} problems"),
        }?;
        f.write_str(": the book of before, if any, is as it was")
    }
}

impl std::error::Error for Problems {}
