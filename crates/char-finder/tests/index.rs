//! The index finds what a scan of all names finds.

mod support;

use std::sync::LazyLock;

use char_finder::{answer, index};
use support::INDEX;

/// All characters, with the words of their names.
static NAMES: LazyLock<Vec<(char, Vec<String>)>> =
    LazyLock::new(|| {
        let words = |name: &str| {
            index::words(name).map(str::to_owned).collect()
        };
        let names = index::names();
        names.map(|(it, name)| (it, words(&name))).collect()
    });

/// Finds the characters whose names have all words of `query`, by
/// reading all names.
fn scan(query: &str) -> Vec<char> {
    let wanted = index::words(query).collect::<Vec<_>>();
    let has_all = |(character, words): &(char, Vec<String>)| {
        let has =
            |wanted: &&str| words.iter().any(|word| word == wanted);
        wanted.iter().all(has).then_some(*character)
    };
    NAMES.iter().filter_map(has_all).collect()
}

#[test]
fn it_agrees_with_a_scan_of_all_names() {
    for query in [
        "SNAIL",
        "CHESS ROOK",
        "LETTER A",
        "A",
        "CJK UNIFIED",
        "HYPHEN-MINUS",
        "6F22",
        "HANGUL SYLLABLE GA",
        "LATIN SMALL LETTER WITH AND",
        "SNAIL ROOK",
        "NOTHING",
    ] {
        let found = INDEX.find(query);
        let wanted = scan(query);
        assert_eq!(
            found.iter().collect::<Vec<_>>(),
            wanted,
            "{query}"
        );
        assert_eq!(found.count(), wanted.len(), "{query}");
    }
}

#[test]
fn it_does_not_mind_case_or_spaces() {
    let wanted = INDEX.find("CHESS ROOK");
    assert_eq!(wanted.count(), 18);
    for query in ["chess rook", "  Rook   cHeSs ", "rook-chess"] {
        assert_eq!(INDEX.find(query), wanted, "{query}");
    }
}

#[test]
fn no_word_finds_all_characters() {
    for query in ["", " ", "-"] {
        assert_eq!(INDEX.find(query).count(), NAMES.len());
    }
}

#[test]
fn it_knows_each_character_that_has_a_name() {
    assert_eq!(INDEX.characters(), NAMES.len());
    assert!(INDEX.characters() > 150_000);
}

#[test]
fn a_line_leads_no_terminal_astray() {
    for (character, _) in NAMES.iter() {
        let line = answer::line(*character);
        assert!(!line.contains(char::is_control), "{line:?}");
        assert!(line.starts_with("U+"), "{line:?}");
        // Overrides of the direction of text, line separators.
        let astray = '\u{2028}'..='\u{202E}';
        assert!(!line.contains(|it| astray.contains(&it)));
    }
}

#[test]
fn a_line_shows_code_point_character_and_name() {
    let lines = [
        ('\u{1F40C}', "U+1F40C  🐌  SNAIL"),
        ('A', "U+0041   A   LATIN CAPITAL LETTER A"),
        ('"', "U+0022   \"   QUOTATION MARK"),
        (
            '\u{301}',
            "U+0301   \u{25CC}\u{301}   COMBINING ACUTE ACCENT",
        ),
        ('\u{202E}', "U+202E       RIGHT-TO-LEFT OVERRIDE"),
    ];
    for (character, wanted) in lines {
        assert_eq!(answer::line(character), wanted);
    }
}
