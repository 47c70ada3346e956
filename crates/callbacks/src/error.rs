//! Why there is no flag: at which stage, and what happened there.

use std::error::Error as StdError;

use flags::{Code, DownloadStatus};

use crate::Stage;

/// Why there is no flag in the end.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A stage failed, and those after it were not begun.
    #[error("stage {stage}")]
    Stage {
        /// Which one.
        stage: Stage,
        /// What happened there.
        #[source]
        cause: Cause,
    },
    /// Nobody is left who could bring a result.
    #[error("no result: nobody is left who could call back")]
    NoResult,
}

/// What happened at a stage.
#[derive(Debug, thiserror::Error)]
pub enum Cause {
    /// No whole answer came, or a refusal.
    #[error(transparent)]
    Request(#[from] flags::Error),
    /// A whole answer came, and is not what was asked for.
    #[error("the answer makes no sense")]
    Content(#[source] Box<dyn StdError + Send + Sync>),
    /// The index does not list the code.
    #[error("it does not list {0}")]
    NotListed(Code),
    /// The callback was dropped, and nobody had called it.
    #[error("never called back")]
    NeverCalled,
}

impl Error {
    /// Returns how the download of the flag ended.
    pub fn status(&self) -> DownloadStatus {
        match self {
            Self::Stage { cause: Cause::NotListed(_), .. } => {
                DownloadStatus::NotFound
            }
            Self::Stage {
                cause: Cause::Request(cause), ..
            } => cause.status(),
            _ => DownloadStatus::Error,
        }
    }

    /// Returns what happened, with its causes, in one line.
    pub(crate) fn what(&self) -> String {
        match self {
            Self::Stage {
                cause: Cause::Request(cause), ..
            } => cause.chain(),
            Self::Stage { cause, .. } => match cause.source() {
                Some(source) => format!("{cause}: {source}"),
                None => cause.to_string(),
            },
            Self::NoResult => self.to_string(),
        }
    }

    /// Returns the same, with the stage at which it happened.
    pub fn chain(&self) -> String {
        match self {
            Self::Stage { .. } => {
                format!("{self}: {}", self.what())
            }
            Self::NoResult => self.to_string(),
        }
    }
}
