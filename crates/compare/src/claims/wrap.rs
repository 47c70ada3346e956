//! Lines of English and of Chinese.
//!
//! Chinese has no spaces between words: a line may end behind any
//! character, but none begins with a comma.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands at the beginning of no line.
const CLOSING: &str = "，。、；：？！）」』”’…,.;:?!)";

/// What stands at the end of no line.
const OPENING: &str = "（「『“‘(";

/// Breaks `text` into lines of so many columns.
pub(super) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last().map_or("", String::as_str);
        let so_far = line.width();
        if so_far > 0 && so_far + piece.trim_end().width() > width {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(&piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// Returns the pieces behind each of which a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    // Whether what comes belongs to the last piece.
    let mut open = false;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0) > 1;
        let closing = CLOSING.contains(letter) || letter == ' ';
        let opening = OPENING.contains(letter);
        let joined = open && !wide;
        match pieces.last_mut() {
            Some(piece)
                if closing || joined || piece.ends_with(opens) =>
            {
                piece.push(letter);
            }
            _ => pieces.push(letter.to_string()),
        }
        open = letter != ' ' && !wide && !opening;
    }
    pieces
}

fn opens(letter: char) -> bool {
    OPENING.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_breaks_between_words() {
        let lines = wrap("A task (of tokio's) waits.", 10);
        assert_eq!(lines, ["A task (of", "tokio's)", "waits."]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_comma() {
        // Two columns each.
        assert_eq!(wrap("线程，任务", 4), ["线", "程，", "任务"]);
        assert_eq!(wrap("线程，任务", 6), ["线程，", "任务"]);
    }

    #[test]
    fn an_english_word_in_chinese_stays_whole() {
        assert_eq!(wrap("用 future 吧", 9), ["用 future", "吧"]);
    }
}
