//! The words of a line of Rust, and how they are coloured.

use ra_ap_rustc_lexer::{
    FrontmatterAllowed, LiteralKind, TokenKind, tokenize,
};

/// The elements of coloured words. Elements and not classes, for
/// they are short, and a page has thousands of them.
const COMMENT: &str = "i";
const KEYWORD: &str = "b";
const LITERAL: &str = "samp";
const MACRO: &str = "cite";
const NAME: &str = "u";
const NUMBER: &str = "small";
const SYMBOL: &str = "small";
const TYPE: &str = "var";

const KEYWORDS: [&str; 36] = [
    "as", "async", "await", "break", "const", "continue", "dyn",
    "else", "enum", "extern", "false", "fn", "for", "if", "impl",
    "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "self", "Self", "static", "struct", "super",
    "trait", "true", "type", "unsafe", "use", "where",
];

/// A word of a line, or what stands between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'line> {
    /// What stands there.
    pub text: &'line str,
    /// The element that gives it its colour; empty for none.
    pub element: &'static str,
    /// Whether it goes when a reader hides `async` and `.await`.
    pub is_await: bool,
}

impl Token<'_> {
    /// Tells whether it is only there to keep others apart.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Returns the tokens of one line.
///
/// A line is looked at for itself: in the sources of the lessons
/// no comment and no literal goes on in the next one, or only as
/// text that is coloured like code.
pub fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut place = 0;
    let raw = tokenize(line, FrontmatterAllowed::No);
    let raw = raw.map(|token| {
        let from = place;
        place += token.len as usize;
        (token.kind, &line[from..place])
    });
    let raw = raw.collect::<Vec<_>>();
    let words = (0..raw.len()).map(|at| {
        let (kind, text) = raw[at];
        let rest = raw[at + 1..].iter();
        let next = rest.map(|(_, text)| *text);
        let next = next.clone().find(|it| !it.trim().is_empty());
        let element = element(kind, text, next.unwrap_or_default());
        Token { text, element, is_await: is_await(&raw, at) }
    });
    words.collect()
}

fn element(
    kind: TokenKind,
    text: &str,
    next: &str,
) -> &'static str {
    match kind {
        TokenKind::LineComment { .. }
        | TokenKind::BlockComment { .. } => COMMENT,
        TokenKind::Lifetime { .. } => SYMBOL,
        TokenKind::Literal {
            kind:
                LiteralKind::Int { .. } | LiteralKind::Float { .. },
            ..
        } => NUMBER,
        TokenKind::Literal { .. } => LITERAL,
        TokenKind::Ident if KEYWORDS.contains(&text) => KEYWORD,
        TokenKind::Ident if text == "while" => KEYWORD,
        TokenKind::Ident if next == "!" => MACRO,
        TokenKind::Ident if next == "(" => NAME,
        TokenKind::Ident
            if text.starts_with(char::is_uppercase) =>
        {
            TYPE
        }
        _ => "",
    }
}

/// Tells whether the token at a place belongs to an `async` with
/// its blank, or to a `.await`.
fn is_await(raw: &[(TokenKind, &str)], at: usize) -> bool {
    let text = |place: usize| raw.get(place).map(|(_, it)| *it);
    match raw[at].1 {
        "async" | "await" => true,
        "." => text(at + 1) == Some("await"),
        it if it.trim().is_empty() => {
            at.checked_sub(1).and_then(text) == Some("async")
        }
        _ => false,
    }
}
