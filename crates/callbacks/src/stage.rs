//! The three requests.

use std::fmt;

use flags::{Code, site::Site};

use crate::{Cause, Error};

/// One of the three requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The first: which codes are there?
    Index,
    /// The second: what is known about this one?
    Metadata(Code),
    /// The third: its flag.
    Flag(Code),
}

impl Stage {
    /// Returns the address of what it asks for.
    pub fn url(self, site: &Site) -> String {
        match self {
            Self::Index => site.index_url(),
            Self::Metadata(code) => site.metadata_url(code),
            Self::Flag(code) => site.flag_url(code),
        }
    }

    /// Returns its number, counted from 1.
    pub fn number(self) -> usize {
        match self {
            Self::Index => 1,
            Self::Metadata(_) => 2,
            Self::Flag(_) => 3,
        }
    }

    /// Returns the error of a stage that failed.
    pub fn failed(self, cause: impl Into<Cause>) -> Error {
        Error::Stage { stage: self, cause: cause.into() }
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::Index => "1, index".to_owned(),
            Self::Metadata(code) => {
                format!("2, metadata of {code}")
            }
            Self::Flag(code) => format!("3, flag of {code}"),
        };
        f.pad(&text)
    }
}
