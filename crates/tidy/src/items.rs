//! The items of a Rust file, with their names and lines.

use std::fmt;

use proc_macro2::{Ident, Span};
use syn::{Type, visit, visit::Visit};

/// A function, type, constant, … of a half.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) kind: &'static str,
    pub(crate) name: String,
    /// The line of its name, counted from 1.
    pub(crate) line: usize,
}

impl Item {
    /// What twins have in common: all but the line.
    pub(crate) fn key(&self) -> (&'static str, &str) {
        (self.kind, &self.name)
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{} {}`", self.kind, self.name)
    }
}

/// Lists the items of `text`, in their order, inner ones too.
/// `async fn` counts as `fn`; `use` does not count, since a half
/// may bring in what it likes.
///
/// # Errors
///
/// If `text` is not Rust.
pub(crate) fn items(text: &str) -> syn::Result<Vec<Item>> {
    let file = syn::parse_file(text)?;
    let mut list = List(Vec::new());
    list.visit_file(&file);
    Ok(list.0)
}

struct List(Vec<Item>);

impl List {
    fn add(&mut self, kind: &'static str, name: &Ident) {
        self.add_at(kind, name.to_string(), name.span());
    }

    fn add_at(
        &mut self,
        kind: &'static str,
        name: String,
        span: Span,
    ) {
        let line = span.start().line;
        self.0.push(Item { kind, name, line });
    }
}

/// A visit of each kind of item that has a name: note it, then
/// visit what is in it.
macro_rules! note {
    ($($kind:literal: $visit:ident($item:ident);)*) => { $(
        fn $visit(&mut self, item: &'ast syn::$item) {
            self.add($kind, &item.ident);
            visit::$visit(self, item);
        }
    )* };
}

impl<'ast> Visit<'ast> for List {
    note! {
        "fn": visit_signature(Signature);
        "struct": visit_item_struct(ItemStruct);
        "enum": visit_item_enum(ItemEnum);
        "union": visit_item_union(ItemUnion);
        "trait": visit_item_trait(ItemTrait);
        "type": visit_item_type(ItemType);
        "type": visit_impl_item_type(ImplItemType);
        "type": visit_trait_item_type(TraitItemType);
        "const": visit_item_const(ItemConst);
        "const": visit_impl_item_const(ImplItemConst);
        "const": visit_trait_item_const(TraitItemConst);
        "static": visit_item_static(ItemStatic);
        "mod": visit_item_mod(ItemMod);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let name = type_name(&item.self_ty);
        self.add_at("impl", name, item.impl_token.span);
        visit::visit_item_impl(self, item);
    }
}

/// The last name of a path; anything else goes without a name.
fn type_name(named: &Type) -> String {
    match named {
        Type::Path(path) => path.path.segments.last(),
        _ => None,
    }
    .map_or_else(|| "_".to_owned(), |last| last.ident.to_string())
}
