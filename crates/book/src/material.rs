//! What the book is made of, besides its pages.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use course::Course;
use ledger::Ledger;
use report::figures::{self, Figures};
use tidy::Tree;

use crate::{glossary::Glossary, recorded::Output};

/// The reference machine's figures.
const FIGURES: &str = "docs/bench/reference.json";

/// All of it, read once for both languages.
#[derive(Debug)]
pub struct Material {
    /// The folder of the workspace.
    pub root: PathBuf,
    /// All texts in it.
    pub tree: Tree,
    /// What the reference machine measured, if it did.
    pub figures: Option<Figures>,
    /// What commands printed, by the command.
    pub outputs: BTreeMap<String, Output>,
    /// What people say.
    pub ledger: Ledger,
    /// The exercises, and what they treat.
    pub course: Course,
    /// The terms of both languages.
    pub glossary: Glossary,
}

impl Material {
    /// Reads what is below `root`.
    ///
    /// # Errors
    ///
    /// If something cannot be read.
    pub fn read(root: &Path) -> Result<Self> {
        let tree = Tree::read(root)?;
        let outputs = Output::all(&tree)?;
        let text = tree.text(ledger::FILE).unwrap_or_default();
        let ledger = Ledger::parse(text).with_context(|| {
            format!("{} is not right", ledger::FILE)
        })?;
        let glossary = Glossary::read(&tree)?;
        let figures = figures::read(&root.join(FIGURES))
            .with_context(|| format!("{FIGURES} is no figures"))?;
        let course = Course::read(root)?;
        let root = root.to_owned();
        Ok(Self {
            root,
            tree,
            figures,
            outputs,
            ledger,
            course,
            glossary,
        })
    }

    /// Returns the text of the file `path`, from the root.
    pub fn source(&self, path: &str) -> Option<&str> {
        self.tree.text(path)
    }

    /// Tells whether what `command` names is there.
    ///
    /// # Errors
    ///
    /// Why it is not.
    pub fn command(&self, command: &str) -> Result<(), String> {
        tidy::check_command(&self.tree, command)
    }
}
