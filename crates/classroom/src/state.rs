//! What rustlings remembers of somebody's progress.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use course::PRACTICE;

/// Its file, in the folder of the exercises.
const FILE: &str = ".rustlings-state.txt";

/// A note, an empty line, the name of the exercise at hand, an
/// empty line, and the names of those that are done.
///
/// # Source
///
/// `AppState::write` in `src/app_state.rs` of rustlings 6.5.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct State {
    /// The exercise at hand.
    pub(crate) current: Option<String>,
    /// Those that are done, as it says.
    pub(crate) done: Vec<String>,
}

impl State {
    /// Returns where it stands in the workspace `root`.
    pub(crate) fn path() -> String {
        format!("{PRACTICE}/{FILE}")
    }

    pub(crate) fn parse(text: &str) -> Self {
        let mut lines = text.lines().skip(2);
        let named = |line: &str| !line.is_empty();
        let current = lines.next().map(str::to_owned);
        let done = lines.skip(1).take_while(|line| named(line));
        Self {
            current: current.filter(|line| named(line)),
            done: done.map(str::to_owned).collect(),
        }
    }

    /// Reads that of the workspace `root`, in which nobody may
    /// have begun yet.
    pub(crate) fn of(root: &Path) -> Self {
        let text = fs::read(root.join(Self::path()));
        let text = text.unwrap_or_default();
        Self::parse(&String::from_utf8_lossy(&text))
    }
}

/// Lets rustlings forget that `name` was done.
pub(crate) fn forget(root: &Path, name: &str) -> Result<()> {
    let path = root.join(State::path());
    let Ok(text) = fs::read_to_string(&path) else {
        return Ok(());
    };
    let mut lines = text.lines().collect::<Vec<_>>();
    let done = lines.iter().skip(4).position(|line| *line == name);
    let Some(place) = done else { return Ok(()) };
    lines.remove(4 + place);
    // In place, as rustlings writes it: it may hold the file open.
    let rest = lines.join("\n");
    fs::write(path, rest).with_context(State::path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "DON'T EDIT THIS FILE!\n\nb\n\na\nc";

    #[test]
    fn the_state_is_read_as_rustlings_writes_it() {
        let state = State::parse(TEXT);
        assert_eq!(state.current.as_deref(), Some("b"));
        assert_eq!(state.done, ["a", "c"]);
    }

    #[test]
    fn no_state_and_broken_ones_are_empty() {
        assert_eq!(State::parse(""), State::default());
        assert_eq!(State::parse("x\n\n\n\n"), State::default());
    }

    #[test]
    fn what_was_done_is_forgotten() {
        let folder = tempfile::tempdir().expect("a folder");
        let practice = folder.path().join(PRACTICE);
        fs::create_dir_all(&practice).expect("a folder");
        fs::write(practice.join(FILE), TEXT).expect("a file");
        forget(folder.path(), "a").expect("it is written");
        let expected = State {
            current: Some("b".into()),
            done: vec!["c".into()],
        };
        assert_eq!(State::of(folder.path()), expected);
        // The one at hand stays, though it has that name.
        forget(folder.path(), "b").expect("it is written");
        assert_eq!(State::of(folder.path()), expected);
    }
}
