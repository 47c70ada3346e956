//! What a lesson is called.

use std::path::Path;

use tidy::Tree;

use crate::Usage;

/// The name of a lesson, in its three forms.
pub(crate) struct Name {
    dashed: String,
}

/// What a package may be called, but no program can then use.
const RESERVED: [&str; 5] =
    ["alloc", "core", "proc-macro", "std", "test"];

impl Name {
    /// Returns the name of a lesson that exists.
    pub(crate) fn of(lesson: &str) -> Self {
        Self { dashed: lesson.to_owned() }
    }

    /// Returns `name`, if a lesson can be called so.
    ///
    /// # Errors
    ///
    /// If cargo refuses it, or something else has it.
    pub(crate) fn free(
        tree: &Tree,
        root: &Path,
        name: &str,
    ) -> Result<Self, Usage> {
        let refuse = |why: &str| {
            Err(Usage(format!(
                "no lesson can be called '{name}': {why}"
            )))
        };
        if name.starts_with(|it: char| it.is_ascii_digit()) {
            return refuse("cargo allows no digit in front");
        }
        if !name.split('-').all(is_word) {
            return refuse("it takes a-z, 0-9, and dashes between");
        }
        let free = Self::of(name);
        let is_keyword =
            syn::parse_str::<syn::Ident>(&free.snake()).is_err();
        if is_keyword || RESERVED.contains(&name) {
            return refuse("the word is Rust's own");
        }
        if root.join("crates").join(name).exists() {
            return refuse("there is a crate of this name");
        }
        let lock = tree.text("Cargo.lock").unwrap_or_default();
        let line = format!("name = \"{name}\"");
        if lock.lines().any(|it| it == line) {
            return refuse("a library that we use has this name");
        }
        Ok(free)
    }

    /// As packages and folders are called: `critical-section`.
    pub(crate) fn dashed(&self) -> &str {
        &self.dashed
    }

    /// As libraries and binaries are called: `critical_section`.
    pub(crate) fn snake(&self) -> String {
        self.dashed.replace('-', "_")
    }

    /// As chapters are called: `Critical section`.
    pub(crate) fn title(&self) -> String {
        let (first, rest) = self.dashed.split_at(1);
        first.to_ascii_uppercase() + &rest.replace('-', " ")
    }
}

fn is_word(word: &str) -> bool {
    let of_name =
        |it: char| it.is_ascii_lowercase() || it.is_ascii_digit();
    !word.is_empty() && word.chars().all(of_name)
}
