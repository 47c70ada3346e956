//! The ledger of claims: what people say about threads and tasks,
//! whether it is so, and the command that shows it.
//!
//! The ledger is `docs/claims.toml`. `compare --claims` prints it,
//! the book shows it, and `tidy` checks that what its commands
//! name is there.

use serde::{Deserialize, Serialize};

/// The file, from the root of the workspace.
pub const FILE: &str = "docs/claims.toml";

/// Whether a claim is so.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize,
)]
pub enum Verdict {
    /// As it is said.
    #[serde(rename = "true")]
    True,
    /// Under a condition that is seldom said with it.
    #[serde(rename = "half true")]
    HalfTrue,
    /// Not so.
    #[serde(rename = "false")]
    False,
}

/// One claim.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// A short name that stays.
    pub id: String,
    /// Whether it is so.
    pub verdict: Verdict,
    /// The claim in English.
    pub en: String,
    /// The claim in Chinese.
    pub zh: String,
    /// The figure or the test that says so, in English.
    pub shown_en: String,
    /// The figure or the test that says so, in Chinese.
    pub shown_zh: String,
    /// What reproduces that.
    pub commands: Vec<String>,
}

/// All claims.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ledger {
    /// Where and when its figures were taken, in English.
    pub taken_en: String,
    /// The same in Chinese.
    pub taken_zh: String,
    /// The claims, in the order in which they are told.
    #[serde(rename = "claim")]
    pub claims: Vec<Claim>,
}

impl Ledger {
    /// Reads the text of the file.
    ///
    /// # Errors
    ///
    /// If it is not as it should be.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}
