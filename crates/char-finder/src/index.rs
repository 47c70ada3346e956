//! From the words of names to the characters that have them.

use std::collections::HashMap;

use crate::runs::{self, Run};

/// All characters that have a name, by the words of their names.
///
/// Characters whose names share a word often stand side by side:
/// each word has a list of runs, which is short even where it has
/// a hundred thousand characters, as `CJK` has.
#[derive(Debug, Default)]
pub struct Index {
    by_word: HashMap<Box<str>, Vec<Run>>,
    all: Vec<Run>,
}

/// The characters that were found, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found(Vec<Run>);

impl Index {
    /// Reads all names there are.
    pub fn new() -> Self {
        let mut index = Self::default();
        for (character, name) in names() {
            runs::push(&mut index.all, character);
            for word in words(&name) {
                index.add(word, character);
            }
        }
        index
    }

    fn add(&mut self, word: &str, character: char) {
        if let Some(list) = self.by_word.get_mut(word) {
            return runs::push(list, character);
        }
        self.by_word.insert(word.into(), vec![character.into()]);
    }

    /// Finds the characters whose names have all words of `query`,
    /// in upper case or lower; without words, that is all of them.
    pub fn find(&self, query: &str) -> Found {
        let query = query.to_uppercase();
        let mut lists = words(&query).map(|word| {
            let list = self.by_word.get(word);
            list.map(Vec::as_slice).unwrap_or_default()
        });
        let first = lists.next().unwrap_or(&self.all).to_vec();
        Found(lists.fold(first, |found, list| {
            runs::intersection(&found, list)
        }))
    }

    /// Returns how many characters there are.
    pub fn characters(&self) -> usize {
        self.all.iter().copied().map(Run::count).sum()
    }

    /// Returns all words, in no order.
    pub fn words(&self) -> impl ExactSizeIterator<Item = &str> {
        self.by_word.keys().map(|word| &**word)
    }
}

impl Found {
    /// Returns how many characters there are.
    pub fn count(&self) -> usize {
        self.0.iter().copied().map(Run::count).sum()
    }

    /// Returns the characters.
    pub fn iter(&self) -> impl Iterator<Item = char> {
        self.0.iter().flat_map(|run| run.first..=run.last)
    }
}

/// Returns all characters that have a name, with it.
///
/// # Source
///
/// The crate `unicode_names2`. It has no names for control
/// characters, which have none in Unicode either, nor for Tangut
/// ideographs.
pub fn names() -> impl Iterator<Item = (char, String)> {
    (char::MIN..=char::MAX).filter_map(|character| {
        let name = unicode_names2::name(character)?;
        Some((character, name.to_string()))
    })
}

/// Parts a name or a query into its words. What joins words in
/// names is no part of them: `HYPHEN-MINUS` has two.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '-']).filter(|word| !word.is_empty())
}
