//! The terms of both languages, and the variants that Chinese
//! pages must not use.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde::Deserialize;
use tidy::Tree;

use crate::{language::Language, problem::Problem};

/// The file, from the root of the workspace.
pub const FILE: &str = "docs/glossary.toml";

/// All terms.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// What the letters of sources stand for, in both languages.
    #[serde(default)]
    pub sources: BTreeMap<String, Source>,
    /// The terms, in their order.
    #[serde(default, rename = "term")]
    pub terms: Vec<Term>,
}

/// A book or page from which terms were taken.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in English.
    pub en: String,
    /// Its name in Chinese.
    pub zh: String,
}

/// A term in both languages.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The English one.
    pub en: String,
    /// The Chinese one.
    pub zh: String,
    /// What has to be known of it, in English.
    #[serde(default)]
    pub note_en: String,
    /// The same in Chinese.
    #[serde(default)]
    pub note_zh: String,
    /// Letters: from where it was taken.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Chinese words that must not stand for it.
    #[serde(default)]
    pub forbidden: Vec<String>,
    /// Pages that name such a word, to say that it exists.
    #[serde(default)]
    pub except: Vec<String>,
}

impl Glossary {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// If it is not as it should be.
    pub fn read(tree: &Tree) -> Result<Self> {
        let text = tree.text(FILE).unwrap_or_default();
        toml::from_str(text)
            .with_context(|| format!("{FILE} is not right"))
    }

    /// Finds forbidden words in the Chinese page `name`.
    pub fn check(
        &self,
        name: &str,
        file: &str,
        text: &str,
    ) -> Vec<Problem> {
        let terms = self.terms.iter();
        let terms = terms.filter(|term| {
            !term.except.iter().any(|page| page == name)
        });
        let words = terms.flat_map(|term| {
            let words = term.forbidden.iter();
            words.map(move |word| (word, term))
        });
        let found = words.flat_map(|(word, term)| {
            let lines = text.lines().zip(1..);
            let lines =
                lines.filter(move |(line, _)| line.contains(word));
            lines.map(move |(_, number)| {
                let Term { en, zh, .. } = term;
                let what = format!(
                    "says 「{word}」; the glossary has 「{zh}」 for \
                     \"{en}\""
                );
                Problem::at(file, number, what)
            })
        });
        found.collect()
    }
}

impl Term {
    /// Returns the note in `language`.
    pub fn note(&self, language: Language) -> &str {
        match language {
            Language::English => &self.note_en,
            Language::Chinese => &self.note_zh,
        }
    }
}
