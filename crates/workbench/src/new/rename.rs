//! One lesson's name for another's.

use tidy::Tree;

use super::name::Name;

/// Renames what names the lesson: its package, library, binaries,
/// tests and page.
///
/// The word alone stays. In "the spinner turns", or in a variable
/// `spinner`, it is what the lesson is about: its author changes
/// that, and a longer one in a half would break the pair.
pub(crate) struct Rename {
    pub(crate) old: Name,
    pub(crate) new: Name,
    /// What binaries' names have after the lesson's: `_thread`, …,
    /// and `_` alone, as in `spinner_{half}`.
    binaries: Vec<String>,
    /// Whether the library has a module of its own name.
    has_namesake: bool,
}

/// What stands before the name of a package or folder.
const BEFORE_PACKAGE: [&str; 4] =
    ["crates/", "-p ", "--package ", "[package]\nname = \""];

/// What stands before the name of a test or bench.
const BEFORE_TARGET: [&str; 4] =
    ["tests/", "--test ", "benches/", "--bench "];

/// What cargo puts before the name of a binary, for tests.
const BEFORE_BINARY: &str = "CARGO_BIN_EXE_";

/// What ends the name of a classic program, which is a source and
/// keeps its name.
const SOURCE: &str = ".py";

impl Rename {
    pub(crate) fn new(tree: &Tree, old: Name, new: Name) -> Self {
        let src = format!("crates/{}/src/", old.dashed());
        let bin = format!("{src}bin/{}", old.snake());
        let binaries = tree.files(&bin, ".rs").map(|(path, _)| {
            let name = path[bin.len()..].split(['/', '.']).next();
            name.unwrap_or_default().to_owned()
        });
        let binaries = binaries.chain(["_".to_owned()]).collect();
        let module = format!("{src}{}", old.snake());
        let has_namesake =
            tree.files(&module, ".rs").any(|(path, _)| {
                path[module.len()..].starts_with(['.', '/'])
            });
        Self { old, new, binaries, has_namesake }
    }

    /// Renames the file `path`, which is counted from the crate.
    pub(crate) fn path(&self, path: &str) -> String {
        self.names(path, true)
    }

    /// Renames within `text`, that of the file `path`.
    pub(crate) fn text(&self, path: &str, text: &str) -> String {
        let is_inside = path.starts_with("src/")
            && !path.starts_with("src/bin/");
        let text =
            self.names(text, !(self.has_namesake && is_inside));
        if path != "src/lib.rs" {
            return text;
        }
        let title = |name: &Name| format!("//! {}:", name.title());
        match text.strip_prefix(&title(&self.old)) {
            Some(rest) => title(&self.new) + rest,
            None => text,
        }
    }

    fn names(&self, text: &str, has_library: bool) -> String {
        let text = self.form(text, self.old.dashed(), has_library);
        self.form(&text, &self.old.snake(), has_library)
    }

    /// Replaces `old`, one form of the old name.
    fn form(
        &self,
        text: &str,
        old: &str,
        has_library: bool,
    ) -> String {
        let (mut renamed, mut done) = (String::new(), 0);
        for (start, _) in text.match_indices(old) {
            let end = start + old.len();
            let (before, after) = (&text[..start], &text[end..]);
            let new = self.new_name(before, after, has_library);
            if let Some(new) = new {
                renamed += &text[done..start];
                renamed += &new;
                done = end;
            }
        }
        renamed + &text[done..]
    }

    /// Returns the form of the new name for what stands between
    /// `before` and `after`; none if that is only a word.
    fn new_name(
        &self,
        before: &str,
        after: &str,
        has_library: bool,
    ) -> Option<String> {
        if before.ends_with(in_name)
            && !before.ends_with(BEFORE_BINARY)
        {
            return None;
        }
        let stands_before = |names: &[&str]| {
            names.iter().any(|name| before.ends_with(name))
        };
        let is_binary = self.binaries.iter().any(|binary| {
            let after = after.strip_prefix(binary);
            after.is_some_and(|after| {
                !after.starts_with(in_name)
                    && !after.starts_with(SOURCE)
            })
        });
        let is_library = has_library
            && after.starts_with("::")
            && !before.ends_with(':');
        if is_binary || is_library {
            return Some(self.new.snake());
        }
        if after.starts_with(in_name) {
            None
        } else if stands_before(&BEFORE_TARGET) {
            Some(self.new.snake())
        } else if stands_before(&BEFORE_PACKAGE)
            || after.starts_with(".md")
        {
            Some(self.new.dashed().to_owned())
        } else {
            None
        }
    }
}

/// Tells whether a name can go on with `character`.
fn in_name(character: char) -> bool {
    character.is_alphanumeric() || "_-".contains(character)
}
