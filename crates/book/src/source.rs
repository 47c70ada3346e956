//! Source files, or some of their items.

use proc_macro2::Span;
use syn::{ImplItem, Item, TraitItem, Type, spanned::Spanned};

/// As wide may a line be, so that two stand side by side.
pub const WIDEST: usize = 68;

/// A line of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'text> {
    /// Its number in the file, counted from 1; 0 for the gap
    /// between two items.
    pub number: usize,
    /// What stands there.
    pub text: &'text str,
}

/// Returns the lines of a file that are shown: those of `items`,
/// in the order of the file, with a gap between them; all but the
/// head comment if none are named.
///
/// # Errors
///
/// If there is no such item, or the text is not Rust.
pub fn lines<'text>(
    text: &'text str,
    items: &[String],
) -> Result<Vec<Line<'text>>, String> {
    let all = text.lines().zip(1..);
    let all = all.map(|(text, number)| Line { number, text });
    let all = all.collect::<Vec<_>>();
    if items.is_empty() {
        let head = all.iter().take_while(|line| {
            line.text.starts_with("//!") || line.text.is_empty()
        });
        let head = head.count();
        return Ok(all[head..].to_vec());
    }
    let file = syn::parse_file(text)
        .map_err(|error| format!("is not Rust: {error}"))?;
    let mut ranges = Vec::new();
    for name in items {
        let range = file.items.iter().find_map(|it| find(it, name));
        ranges.push(
            range.ok_or_else(|| format!("has no item `{name}`"))?,
        );
    }
    ranges.sort_unstable();
    let mut lines = Vec::new();
    for (first, last) in ranges {
        if !lines.is_empty() {
            lines.push(Line { number: 0, text: "" });
        }
        lines.extend_from_slice(&all[first - 1..last]);
    }
    Ok(lines)
}

/// Returns the first and the last line of the item called `name`
/// in `item`: itself, or what is in it.
fn find(item: &Item, name: &str) -> Option<(usize, usize)> {
    if names(item).iter().any(|it| it == name) {
        return Some(range(item.span()));
    }
    match item {
        Item::Impl(item) => item.items.iter().find_map(|it| {
            let ident = match it {
                ImplItem::Fn(it) => &it.sig.ident,
                ImplItem::Const(it) => &it.ident,
                _ => return None,
            };
            (ident == name).then(|| range(it.span()))
        }),
        Item::Trait(item) => item.items.iter().find_map(|it| {
            let TraitItem::Fn(function) = it else { return None };
            (function.sig.ident == name).then(|| range(it.span()))
        }),
        Item::Mod(item) => {
            let (_, items) = item.content.as_ref()?;
            items.iter().find_map(|it| find(it, name))
        }
        _ => None,
    }
}

/// Returns what a page may call `item`.
fn names(item: &Item) -> Vec<String> {
    let ident = match item {
        Item::Const(it) => &it.ident,
        Item::Enum(it) => &it.ident,
        Item::Fn(it) => &it.sig.ident,
        Item::Mod(it) => &it.ident,
        Item::Static(it) => &it.ident,
        Item::Struct(it) => &it.ident,
        Item::Trait(it) => &it.ident,
        Item::Type(it) => &it.ident,
        Item::Impl(it) => {
            let of = type_name(&it.self_ty);
            return match &it.trait_ {
                Some((path, ..)) => {
                    let path = path_name(path);
                    vec![format!("impl {path} for {of}")]
                }
                None => vec![format!("impl {of}")],
            };
        }
        _ => return Vec::new(),
    };
    vec![ident.to_string()]
}

fn type_name(of: &Type) -> String {
    match of {
        Type::Path(path) => path_name(&path.path),
        _ => "_".to_owned(),
    }
}

fn path_name(path: &syn::Path) -> String {
    let last = path.segments.last();
    last.map(|it| it.ident.to_string()).unwrap_or_default()
}

fn range(span: Span) -> (usize, usize) {
    (span.start().line, span.end().line)
}
