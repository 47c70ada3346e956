//! What came from the network, and what it is taken for.

use clients::Answer;
use flags::{Error, site};
use serde_json::Value;

use crate::Fault;

/// The content of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// It is JSON, and can be read as such.
    Json(Value),
    /// It is anything else.
    Bytes(Vec<u8>),
}

impl Content {
    /// Takes `answer`, which came from `url`, for JSON if it says
    /// that it is, or if its address ends in `.json`; for bytes
    /// otherwise.
    ///
    /// # Errors
    ///
    /// If it is taken for JSON and is none.
    pub fn of(url: &str, answer: Answer) -> Result<Self, Error> {
        let Answer { content_type, body } = answer;
        if !url.ends_with(".json") && !is_json(content_type) {
            return Ok(Self::Bytes(body));
        }
        serde_json::from_slice(&body)
            .map(Self::Json)
            .map_err(|error| Error::other(Fault::NotJson(error)))
    }

    /// Returns the image, if it is one.
    ///
    /// # Errors
    ///
    /// [`Error::NotAFlag`].
    pub fn into_image(self) -> Result<Vec<u8>, Error> {
        match self {
            Self::Bytes(image) => {
                site::check_image(&image).map(|()| image)
            }
            Self::Json(_) => Err(Error::NotAFlag),
        }
    }

    /// Returns the name of the country, if it is an object that
    /// has one under `country`.
    ///
    /// # Errors
    ///
    /// [`Fault::NoCountry`].
    pub fn into_country(self) -> Result<String, Error> {
        let country = match self {
            Self::Json(Value::Object(mut object)) => {
                object.remove("country")
            }
            _ => None,
        };
        match country {
            Some(Value::String(name)) => Ok(name),
            _ => Err(Error::other(Fault::NoCountry)),
        }
    }
}

/// Tells whether a content type is that of JSON.
///
/// # Source
///
/// RFC 9110, section 8.3.1: in any case, and perhaps with
/// parameters (`; charset=utf-8`).
fn is_json(content_type: Option<String>) -> bool {
    let content_type = content_type.unwrap_or_default();
    let essence = content_type.split(';').next();
    essence.is_some_and(|essence| {
        essence.trim().eq_ignore_ascii_case("application/json")
    })
}
