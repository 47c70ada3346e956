//! What became of one download.

use std::{error::Error as StdError, io};

use http::StatusCode;

/// Why one flag could not be had; its sources say what happened
/// below.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The server has no such flag.
    #[error("not found")]
    NotFound,
    /// The server answered, but with a refusal.
    #[error("{0}")]
    Status(StatusCode),
    /// No whole answer came.
    #[error("no whole answer")]
    Transport(#[source] Box<dyn StdError + Send + Sync>),
    /// A whole answer came, and it is no picture.
    #[error("the answer is not a whole GIF image")]
    NotAFlag,
    /// The flag came and could not be saved.
    #[error("could not save the flag")]
    Save(#[source] io::Error),
    /// Something went wrong that only one lesson knows of.
    #[error(transparent)]
    Other(Box<dyn StdError + Send + Sync>),
}

impl Error {
    /// Wraps what an HTTP client says when no whole answer came.
    pub fn transport(
        cause: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::Transport(cause.into())
    }

    /// Wraps an error of one lesson.
    pub fn other(
        cause: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::Other(cause.into())
    }

    /// Returns the status that a download ends with.
    pub fn status(&self) -> DownloadStatus {
        match self {
            Self::NotFound => DownloadStatus::NotFound,
            _ => DownloadStatus::Error,
        }
    }

    /// Returns the error and all its causes in one line.
    pub fn chain(&self) -> String {
        let mut line = self.to_string();
        let mut cause = self.source();
        while let Some(error) = cause {
            let text = error.to_string();
            if !line.ends_with(&text) {
                line = format!("{line}: {text}");
            }
            cause = error.source();
        }
        line
    }
}

/// What a download came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DownloadStatus {
    /// The flag is there.
    Ok,
    /// There is no such flag.
    NotFound,
    /// Something failed.
    Error,
}
