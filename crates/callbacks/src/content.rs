//! What comes at each stage, read from the answer.

use std::{fmt, str};

use flags::{Code, site};
use serde::Deserialize;

use crate::{Cause, Error, Stage};

/// The codes that the server lists: the first answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index(Vec<String>);

impl Index {
    /// Reads the answer of the first stage.
    ///
    /// # Errors
    ///
    /// If it is no list of texts.
    pub fn read(body: &[u8]) -> Result<Self, Error> {
        let codes = serde_json::from_slice(body);
        codes
            .map(Self)
            .map_err(|error| nonsense(Stage::Index, error))
    }

    /// Returns `wanted` if it is listed.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub fn choose(&self, wanted: Code) -> Result<Code, Error> {
        let listed = |code: &String| code == wanted.as_str();
        let listed = self.0.iter().any(listed);
        let error =
            || Stage::Index.failed(Cause::NotListed(wanted));
        listed.then_some(wanted).ok_or_else(error)
    }
}

/// What is known about a code: the second answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Metadata {
    /// The code by which to ask for the flag.
    pub code: Code,
    /// The country's name.
    pub country: String,
}

impl Metadata {
    /// Reads the answer of the second stage, which asked for
    /// `code`.
    ///
    /// # Errors
    ///
    /// If it does not say which code and which country that is.
    pub fn read(code: Code, body: &[u8]) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Fields {
            iso_cc: String,
            country: String,
        }
        let stage = Stage::Metadata(code);
        let Fields { iso_cc, country } =
            serde_json::from_slice(body)
                .map_err(|error| nonsense(stage, error))?;
        let code = iso_cc.parse();
        let code =
            code.map_err(|error: flags::country::NotACode| {
                nonsense(stage, error)
            })?;
        Ok(Self { code, country })
    }
}

/// A flag, and whose it is: what all three stages come to.
#[derive(Clone, PartialEq, Eq)]
pub struct Flag {
    /// What the second stage brought.
    pub metadata: Metadata,
    /// What the third stage brought: a GIF image.
    pub image: Vec<u8>,
}

/// Reads the answer of the third stage, which asked for the flag
/// of `code`.
///
/// # Errors
///
/// If it is no whole image.
pub fn read_image(
    code: Code,
    body: Vec<u8>,
) -> Result<Vec<u8>, Error> {
    let checked = site::check_image(&body);
    checked.map_err(|error| Stage::Flag(code).failed(error))?;
    Ok(body)
}

/// Says in a few words what an answer is.
pub(crate) fn describe(stage: Stage, body: &[u8]) -> String {
    let text = match stage {
        Stage::Index => Index::read(body)
            .map(|index| format!("{} codes", index.0.len())),
        Stage::Metadata(code) => {
            Metadata::read(code, body).map(|it| it.country)
        }
        Stage::Flag(_) => Ok(format!("{} bytes", body.len())),
    };
    text.unwrap_or_else(|_| "nonsense".to_owned())
}

impl fmt::Debug for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Flag({self})")
    }
}

impl fmt::Display for Flag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Metadata { code, country } = &self.metadata;
        write!(f, "{code}, {country}: {} bytes", self.image.len())
    }
}

fn nonsense(
    stage: Stage,
    error: impl std::error::Error + Send + Sync + 'static,
) -> Error {
    stage.failed(Cause::Content(Box::new(error)))
}
