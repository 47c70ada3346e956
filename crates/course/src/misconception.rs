//! What people believe, and where the course shows that it is not
//! so.

use anyhow::Result;
use serde::Deserialize;

/// One of them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misconception {
    /// A short name that stays.
    pub id: String,
    /// What is believed, in English.
    pub en: String,
    /// The same in Chinese.
    pub zh: String,
    /// The lesson that shows what is so.
    pub lesson: String,
    /// The step of its binaries that does; none for the default.
    pub step: Option<String>,
    /// The heading in the lesson's page, by its id, under which the
    /// reader predicts.
    pub prediction: String,
    /// The test, as a command of cargo.
    pub test: String,
    /// The exercise, by its name.
    pub exercise: String,
    /// The row of the ledger of claims, by its id.
    pub claim: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    misconception: Vec<Misconception>,
}

pub(crate) fn parse(text: &str) -> Result<Vec<Misconception>> {
    let File { misconception } = toml::from_str(text)?;
    Ok(misconception)
}
