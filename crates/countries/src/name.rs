//! The name of a file, made of a name that a server sent.
//!
//! A server may send anything: `../../.bashrc`, `NUL`, a megabyte,
//! letters that cannot be seen. So we do not look for what is bad.
//! We say what may stay (letters and digits of all languages, and
//! a few signs), and all else becomes an underscore, as spaces do.
//!
//! Two countries never get one name, on any file system: each name
//! ends in `--` and the code that *we* asked for, in capitals. Two
//! downloads of one code that get the same name are two downloads
//! of one file: the later one replaces it, whole.

use std::fmt;

use flags::Code;
use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{
        DefaultIgnorableCodePoint, GeneralCategory,
        GeneralCategoryGroup,
    },
};

use crate::Fault;

/// No name is longer, with all that belongs to it.
///
/// # Source
///
/// Most file systems allow 255 bytes, an encrypted one 143
/// (eCryptfs). Our longest country takes half of this.
pub const MAX_BYTES: usize = 128;

/// Signs that may stay: names have them, and no file system minds.
const SIGNS: &str = "-'’.,()&";

/// What a name neither begins nor ends with: a file that begins
/// with a dot is hidden, one that begins with `-` is read as an
/// option, and Windows drops a dot at the end.
const NOT_OUTSIDE: [char; 3] = ['_', '.', '-'];

/// The name of a file: `Côte_d'Ivoire--CI.gif`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileName(String);

impl FileName {
    /// Makes the name of the flag of `code`, whose `country` a
    /// server has told.
    ///
    /// # Errors
    ///
    /// [`Fault::NoName`] if nothing of `country` may stay.
    pub fn new(country: &str, code: Code) -> Result<Self, Fault> {
        let end = format!("--{code}.gif");
        let name = cut(&clean(country), MAX_BYTES - end.len());
        if name.is_empty() {
            return Err(Fault::NoName(beginning(country)));
        }
        Ok(Self(no_device(name) + &end))
    }

    /// Returns the name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Returns `country` in one Unicode form, with an underscore for
/// whatever may not stay, however much of it there is.
///
/// A letter and its accent can be one character or two. They look
/// alike and are two names, until both have the same form (NFC).
fn clean(country: &str) -> String {
    let form = ComposingNormalizerBorrowed::new_nfc();
    let mut name = String::new();
    for character in form.normalize(country).chars() {
        if may_stay(character) {
            name.push(character);
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    name
}

/// Tells whether this is one of [`SIGNS`], or a letter, an accent
/// or a digit of any language that can be seen.
fn may_stay(character: char) -> bool {
    const KINDS: GeneralCategoryGroup =
        GeneralCategoryGroup::Letter
            .union(GeneralCategoryGroup::Mark)
            .union(GeneralCategoryGroup::Number);
    let kind = CodePointMapData::<GeneralCategory>::new();
    let hidden =
        CodePointSetData::new::<DefaultIgnorableCodePoint>();
    SIGNS.contains(character)
        || KINDS.contains(kind.get(character))
            && !hidden.contains(character)
}

/// Returns as many whole characters of `name` as fit into `bytes`,
/// without what it should neither begin nor end with.
fn cut(name: &str, bytes: usize) -> String {
    let name = name.trim_start_matches(NOT_OUTSIDE);
    let name = &name[..boundary(name, bytes)];
    name.trim_end_matches(NOT_OUTSIDE).to_owned()
}

/// Returns the last boundary of characters up to `bytes`.
fn boundary(text: &str, bytes: usize) -> usize {
    let mut indices = (0..=bytes.min(text.len())).rev();
    let boundary =
        indices.find(|index| text.is_char_boundary(*index));
    boundary.unwrap_or(0)
}

/// Returns `name`, changed if Windows keeps it for a device.
///
/// # Source
///
/// Microsoft, *Naming Files, Paths, and Namespaces*: what stands
/// before the first dot must not be the name of a device, in any
/// case. Without a dot our own end makes another name of it.
fn no_device(name: String) -> String {
    match name.split_once('.') {
        Some((stem, rest)) if is_device(stem) => {
            format!("{stem}_{rest}")
        }
        _ => name,
    }
}

fn is_device(stem: &str) -> bool {
    let stem = stem.to_ascii_uppercase();
    let last = |it: char| "0123456789¹²³".contains(it);
    let numbered = stem.strip_suffix(last);
    ["CON", "PRN", "AUX", "NUL"].contains(&&*stem)
        || numbered.is_some_and(|it| it == "COM" || it == "LPT")
}

/// Returns as much of a name as an error message may hold.
fn beginning(country: &str) -> String {
    country.chars().take(20).collect()
}
