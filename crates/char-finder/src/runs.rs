//! Characters that stand side by side, as one run.

/// All characters from the first to the last; each of them has a
/// name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) first: char,
    pub(crate) last: char,
}

impl Run {
    /// Returns how many characters there are. (No run spans the
    /// surrogates, which are no characters.)
    pub(crate) fn count(self) -> usize {
        self.last as usize - self.first as usize + 1
    }
}

impl From<char> for Run {
    fn from(character: char) -> Self {
        Self { first: character, last: character }
    }
}

/// Adds a character behind all others of `list`, or the last one
/// once more.
pub(crate) fn push(list: &mut Vec<Run>, character: char) {
    match list.last_mut() {
        // A name may have the same word twice.
        Some(run) if run.last == character => {}
        Some(run) if run.last as u32 + 1 == character as u32 => {
            run.last = character;
        }
        _ => list.push(character.into()),
    }
}

/// Returns the characters that are in both lists.
pub(crate) fn intersection(
    mut one: &[Run],
    mut other: &[Run],
) -> Vec<Run> {
    let mut both = Vec::new();
    while let ([a, rest_of_one @ ..], [b, rest_of_other @ ..]) =
        (one, other)
    {
        let first = a.first.max(b.first);
        let last = a.last.min(b.last);
        if first <= last {
            both.push(Run { first, last });
        }
        // Whichever ends first meets nothing more.
        if a.last < b.last {
            one = rest_of_one;
        } else {
            other = rest_of_other;
        }
    }
    both
}
