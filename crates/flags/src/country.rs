//! ISO 3166-1 alpha-2 country codes, with names.

use std::{fmt, str::FromStr};

/// The twenty most populous countries, the default of every
/// download.
///
/// # Source
///
/// The list of the classic Python flags programs.
pub const POP20: &str = "CN IN US ID BR PK NG BD RU JP \
                         MX PH VN ET EG DE IR TR CD FR";

/// Codes that our source of names knows beyond ISO 3166-1:
/// reserved, withdrawn, or in nobody's standard.
const NO_COUNTRY: [&str; 11] = [
    "AC", "AN", "CP", "CQ", "DG", "EA", "EU", "IC", "TA", "UN",
    "XK",
];

/// Two letters that name a country, or could.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
)]
pub struct Code([u8; 2]);

impl Code {
    /// Returns the two letters, in capitals: `BR`.
    ///
    /// # Panics
    ///
    /// Never: a code is made of letters only.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).expect("letters are UTF-8")
    }

    /// Returns the two letters as addresses and file names have
    /// them: `br`.
    pub fn lower(&self) -> String {
        self.as_str().to_ascii_lowercase()
    }

    /// Returns the country's short English name, if there is such
    /// a country.
    pub fn country(&self) -> Option<&'static str> {
        (!NO_COUNTRY.contains(&self.as_str()))
            .then(|| country_emoji::code_to_name(self.as_str()))
            .flatten()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The text is not two letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a country code: two letters, such as BR")]
pub struct NotACode(String);

impl FromStr for Code {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        match *text.to_ascii_uppercase().as_bytes() {
            [a @ b'A'..=b'Z', b @ b'A'..=b'Z'] => Ok(Self([a, b])),
            _ => Err(NotACode(text.to_owned())),
        }
    }
}

/// Returns the codes of [`POP20`], sorted.
///
/// # Panics
///
/// Never: the list is written above.
pub fn pop20() -> Vec<Code> {
    let mut codes: Vec<Code> = POP20
        .split_whitespace()
        .map(|code| code.parse().expect("POP20 lists codes"))
        .collect();
    codes.sort_unstable();
    codes
}

/// Returns the code of every country there is, sorted.
pub fn all() -> Vec<Code> {
    every().filter(|code| code.country().is_some()).collect()
}

/// Returns every code from AA to ZZ, sorted; most of them are no
/// country's.
pub fn every() -> impl Iterator<Item = Code> {
    (b'A'..=b'Z')
        .flat_map(|a| (b'A'..=b'Z').map(move |b| Code([a, b])))
}

/// A code, or a letter that stands for all codes that begin with
/// it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codes {
    /// This code.
    One(Code),
    /// All codes that begin with this letter.
    Letter(char),
}

impl Codes {
    /// Returns the codes that are meant, sorted.
    pub fn list(&self) -> Vec<Code> {
        match *self {
            Self::One(code) => vec![code],
            Self::Letter(letter) => every()
                .filter(|code| code.as_str().starts_with(letter))
                .collect(),
        }
    }
}

impl FromStr for Codes {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match *text.to_ascii_uppercase().as_bytes() {
            [letter @ b'A'..=b'Z'] => {
                Ok(Self::Letter(letter.into()))
            }
            _ => text.parse().map(Self::One),
        }
    }
}
