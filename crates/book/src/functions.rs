//! Which lines of a source file are a function.

use std::ops::RangeInclusive;

use syn::{
    ImplItemFn, ItemFn, Signature, Visibility,
    spanned::Spanned,
    visit::{self, Visit},
};

/// Returns the lines of each function in `text`, from its name to
/// its end, counted from 1. One inside another comes behind it.
///
/// # Errors
///
/// If it is not Rust.
pub fn functions(
    text: &str,
) -> Result<Vec<RangeInclusive<usize>>, String> {
    let file = syn::parse_file(text)
        .map_err(|error| format!("is not Rust: {error}"))?;
    let mut found = Found(Vec::new());
    found.visit_file(&file);
    Ok(found.0)
}

struct Found(Vec<RangeInclusive<usize>>);

impl Found {
    fn add(
        &mut self,
        visible: &Visibility,
        name: &Signature,
        item: impl Spanned,
    ) {
        let first = match visible {
            Visibility::Inherited => name.span().start().line,
            visible => visible.span().start().line,
        };
        self.0.push(first..=item.span().end().line);
    }
}

impl<'file> Visit<'file> for Found {
    fn visit_item_fn(&mut self, item: &'file ItemFn) {
        self.add(&item.vis, &item.sig, item);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'file ImplItemFn) {
        self.add(&item.vis, &item.sig, item);
        visit::visit_impl_item_fn(self, item);
    }
}
