//! What can go wrong with a flag and its metadata.

use flags::Error;

/// Why a flag could not be saved under its country's name; its
/// sources say what happened below.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The server has the metadata, and no flag.
    #[error("the flag is missing, its metadata is there")]
    NoFlag,
    /// The server has the flag, and no metadata.
    #[error("the metadata is missing, the flag is there")]
    NoMetadata,
    /// The flag did not come.
    #[error("the flag")]
    Flag(#[source] Error),
    /// The metadata did not come, or was of no use.
    #[error("the metadata")]
    Metadata(#[source] Error),
    /// What should have been JSON was none.
    #[error("not JSON")]
    NotJson(#[source] serde_json::Error),
    /// It was JSON, and no text in it was called `country`.
    #[error("no text called `country` in it")]
    NoCountry,
    /// The country's name cannot be a file's name.
    #[error("no file name can be made of the country {0:?}")]
    NoName(String),
}
