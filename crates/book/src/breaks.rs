//! Where long words of code may break on a phone.

/// A word of code is long from here on, in characters.
const LONG: usize = 20;

/// A word may break behind these, and between two calls; but what
/// is short or empty stays in its parentheses.
const BREAKS: [(&str, &str); 7] = [
    ("_", "_<wbr>"),
    ("/", "/<wbr>"),
    ("::", "::<wbr>"),
    (").", ")<wbr>."),
    ("(", "(<wbr>"),
    ("(<wbr>)", "()"),
    ("(<wbr>…", "(…"),
];

const CODE: &str = "<code>";

/// Lets long words in the code of a page's sentences break behind
/// what parts them, and not within a name. Blocks of code stay as
/// they are.
pub(crate) fn allow(html: &str) -> String {
    let mut parts = html.split(CODE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_block = out.ends_with("<pre>");
        out += CODE;
        match part.split_once("</code>") {
            Some((code, rest)) if !is_block => {
                code.split_inclusive(' ')
                    .for_each(|it| out += &word(it));
                out += "</code>";
                out += rest;
            }
            _ => out += part,
        }
    }
    out
}

/// Returns a word with all places where it may break.
fn word(word: &str) -> String {
    let mut out = word.to_owned();
    if word.chars().count() > LONG && !word.contains('<') {
        for (part, broken) in BREAKS {
            out = out.replace(part, broken);
        }
    }
    out
}
