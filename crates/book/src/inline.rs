//! Short texts with code in them.

use report::html::{Element, element, with_text};

/// Returns an element with `text`, in which what stands between
/// backticks is code, in an element called `code`.
pub(crate) fn inline(
    name: &'static str,
    code: &'static str,
    text: &str,
) -> Element {
    let mut out = element(name);
    for (place, part) in text.split('`').enumerate() {
        out = match place % 2 {
            0 if part.is_empty() => out,
            0 => out.text(part),
            _ => out.and(with_text(code, part)),
        };
    }
    out
}
