//! `new`: the smallest lesson, under another name.

mod copy;
mod name;
mod rename;
mod smallest;

use std::{fs, path::Path};

use anyhow::Context;
use lesson::say;
use tidy::{EXCEPTIONS, Finding, Tree};

use crate::pairs;
use name::Name;
use rename::Rename;

/// What is to be made.
#[derive(Debug)]
pub(crate) struct Options {
    pub(crate) name: String,
    /// The lesson to copy, if not the smallest.
    pub(crate) from: Option<String>,
}

/// Adds a lesson to the workspace `root`, and prints what to do
/// next.
///
/// # Errors
///
/// If the name is taken or no name for a lesson, or a file cannot
/// be read or written; then nothing was added.
pub(crate) fn create(
    root: &Path,
    options: &Options,
) -> anyhow::Result<()> {
    let tree = Tree::read(root)?;
    let name = Name::free(&tree, root, &options.name)?;
    let from = match &options.from {
        Some(from) => pairs::known(&tree, Some(from))?,
        None => smallest::lesson(&tree)
            .context("there is no lesson to copy")?,
    };
    let known = tidy::findings(root, EXCEPTIONS)?;
    let rename = Rename::new(&tree, Name::of(from), name);
    let is_formatted = place(root, &rename)?;
    let mut missing = tidy::findings(root, EXCEPTIONS)?;
    missing.retain(|finding| !known.contains(finding));
    tell(&tree, &rename, is_formatted, &missing);
    Ok(())
}

/// Makes the copy beside `crates/`, and moves it there when it is
/// whole; tells whether it could be formatted.
fn place(root: &Path, rename: &Rename) -> anyhow::Result<bool> {
    let crates = root.join("crates");
    let folder = tempfile::Builder::new()
        .prefix(".new-")
        .tempdir_in(root)
        .context("no folder can be made in the workspace")?;
    let copy = folder.path().join(rename.new.dashed());
    let from = crates.join(rename.old.dashed());
    copy::folder(&from, &copy, rename)?;
    let is_formatted = copy::format(&copy);
    fs::rename(&copy, crates.join(rename.new.dashed()))
        .context("the copy cannot be moved to crates/")?;
    Ok(is_formatted)
}

fn tell(
    tree: &Tree,
    rename: &Rename,
    is_formatted: bool,
    missing: &[Finding],
) {
    let (old, new) = (rename.old.dashed(), rename.new.dashed());
    let title = rename.new.title();
    let views = pairs::views(tree, old);
    say!("crates/{new} is crates/{old}, renamed. Next:");
    if !is_formatted {
        say!("- cargo fmt -p {new} (rustfmt could not be run)");
    }
    say!(
        "- src/thread.rs, src/async.rs: write the pair, and look:"
    );
    say!("  cargo run -q --bin workbench -- diff {new}");
    say!(
        "- src/lib.rs, Cargo.toml: say what it asks, and its source"
    );
    let steps = views.iter().filter_map(|it| it.step.as_deref());
    let steps = steps.filter(|step| !step.contains('/'));
    let steps = steps.collect::<Vec<_>>().join(", ");
    if !steps.is_empty() {
        say!("- what came with it ({steps}): rewrite, or delete");
    }
    say!("- tests/: each promise, for both halves");
    let chapter = format!("`- [{title}]({new}.md)`");
    say!("- docs/en/SUMMARY.md: {chapter}, and the page");
    say!("- docs/zh: the same in Chinese");
    say!(
        "- README.md, README.zh.md: a row of each table of lessons"
    );
    say!("- benches/: a bench, where a measure makes sense");
    say!("- docs/exercises/{new}.toml, crates/practice: exercises");
    say!("`just check` names what is still missing. Now that is:");
    for finding in missing {
        say!("  {finding}");
    }
}
