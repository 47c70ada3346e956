//! What each form costs its reader, counted in its source.

use std::fmt;

/// One way of writing three stages.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// What it is called.
    pub name: &'static str,
    source: &'static str,
}

/// The four ways.
pub const FORMS: [Form; 4] = [
    Form {
        name: "1 nested callbacks",
        source: include_str!("thread.rs"),
    },
    Form {
        name: "2 calls that block",
        source: include_str!("../thread.rs"),
    },
    Form {
        name: "3 combinators",
        source: include_str!("async.rs"),
    },
    Form {
        name: "4 async/await",
        source: include_str!("../async.rs"),
    },
];

/// What the body of `three_stages` costs to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// How many lines it has.
    pub lines: usize,
    /// How deep the deepest of them is indented, in steps of four
    /// columns from the left edge.
    pub depth: usize,
    /// How often an error is passed on by hand.
    pub by_hand: usize,
    /// How often by a `?`.
    pub by_mark: usize,
}

impl Form {
    /// Counts.
    pub fn cost(&self) -> Cost {
        let lines = self.source.lines();
        let from =
            lines.skip_while(|it| !it.contains(" three_stages"));
        // The body is what is indented, after the brace that ends
        // the signature.
        let ends = |line: &&str| line.starts_with('}');
        let function = from.take_while(|it| !ends(it));
        let body: Vec<&str> = function
            .skip_while(|line| !opens_body(line))
            .skip(1)
            .collect();
        let count = |what: &str| {
            let found =
                body.iter().map(|it| it.matches(what).count());
            found.sum()
        };
        let indent =
            |line: &&str| line.len() - line.trim_start().len();
        let deepest = body.iter().map(indent).max().unwrap_or(0);
        Cost {
            lines: body.len(),
            depth: deepest / 4,
            by_hand: count("Err(error) =>"),
            by_mark: count("?;"),
        }
    }
}

/// Tells the line after which the body begins: at the left edge,
/// as rustfmt has it.
fn opens_body(line: &str) -> bool {
    line.ends_with('{') && !line.starts_with(' ')
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lines, depth, by_hand, by_mark } = self;
        let s = if *depth == 1 { " " } else { "s" };
        write!(f, "{lines:>2} lines, {depth} indent{s} deep, ")?;
        match (by_hand, by_mark) {
            (0, 0) => f.write_str("errors pass by themselves"),
            (0, marks) => write!(f, "{marks} errors passed by `?`"),
            (hand, _) => write!(f, "{hand} errors passed by hand"),
        }
    }
}
