//! What happens to the records, in words: the names of the
//! methods that do it.

use std::{fmt, str::FromStr};

use crate::Record;

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub enum Event<'text> {
    /// A step of a job.
    Op(Op),
    /// Anything else.
    Note(&'text str),
}

/// A step of a job: what was done with which record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Op {
    /// What was done.
    pub verb: Verb,
    /// With which record.
    pub record: Record,
}

/// What can be done with a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Read it, and leave it in the source.
    Peek,
    /// Read it out of the source.
    Take,
    /// Write it into the sink.
    Put,
    /// Move it from the source to the sink.
    Pass,
    /// Write it into the sink, and leave it in the source.
    Copy,
    /// Remove it from the source.
    Remove,
    /// Return it to the source.
    GiveBack,
}

const WORDS: [(Verb, &str); 7] = [
    (Verb::Peek, "peek"),
    (Verb::Take, "take"),
    (Verb::Put, "put"),
    (Verb::Pass, "pass"),
    (Verb::Copy, "copy"),
    (Verb::Remove, "remove"),
    (Verb::GiveBack, "give_back"),
];

impl fmt::Display for Event<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Op(op) => op.fmt(f),
            Self::Note(what) => f.write_str(what),
        }
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WORDS.iter().find(|(it, _)| *it == self.verb);
        let (_, word) = word.expect("each verb has a word");
        write!(f, "{word} {}", self.record)
    }
}

/// The text is no step of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoOp;

impl FromStr for Op {
    type Err = NoOp;

    fn from_str(text: &str) -> Result<Self, NoOp> {
        let (word, record) = text.split_once(' ').ok_or(NoOp)?;
        let verb = WORDS.iter().find(|(_, it)| *it == word);
        let (verb, _) = *verb.ok_or(NoOp)?;
        let record = record.parse().map_err(|_| NoOp)?;
        Ok(Self { verb, record })
    }
}
