//! The house rules, as tests.
//!
//! `cargo test -p tidy` reads the workspace as text and says in
//! sentences what breaks a rule:
//!
//! ```text
//! crates/spinner/src/async.rs:12: has a line more than thread.rs
//! ```
//!
//! Each rule is one function from a [`Tree`] to its findings and
//! one row of [`CHECKS`]; a new rule needs no more. What must
//! break a rule, and why, stands in [`EXCEPTIONS`].

mod claims;
mod comments;
mod diff;
mod exceptions;
mod finding;
mod items;
mod machine;
mod pair;
mod parts;
mod size;
mod summary;
mod tree;
mod wrong;

use std::path::Path;

pub use claims::check_command;
pub use exceptions::{EXCEPTIONS, Exception};
pub use finding::Finding;
pub use tree::{Half, Pair, ReadError, Tree};
pub use wrong::right_of;

/// One rule of the house.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The name by which findings and exceptions call it.
    pub name: &'static str,
    /// Lists what breaks the rule.
    pub find: fn(&Tree) -> Vec<Finding>,
}

/// All rules that are checked.
pub const CHECKS: &[Check] = &[
    Check { name: "pair", find: pair::check },
    Check { name: "comments", find: comments::check },
    Check { name: "wrong", find: wrong::check },
    Check { name: "width", find: size::check_width },
    Check { name: "length", find: size::check_length },
    Check { name: "parts", find: parts::check },
    Check { name: "summary", find: summary::check },
    Check { name: "machine", find: machine::check },
    Check { name: "claims", find: claims::check },
];

/// Checks the workspace in the folder `root`, and returns what
/// breaks a rule and is not among `exceptions`. An exception that
/// excepts nothing is a finding too.
///
/// # Errors
///
/// If a file below `root` cannot be read as text.
pub fn findings(
    root: &Path,
    exceptions: &[Exception],
) -> Result<Vec<Finding>, ReadError> {
    let tree = Tree::read(root)?;
    let found = CHECKS.iter().flat_map(|check| {
        let found = (check.find)(&tree).into_iter();
        found.map(|finding| finding.of_rule(check.name))
    });
    Ok(exceptions::apply(exceptions, found.collect()))
}
