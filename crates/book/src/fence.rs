//! A page as text and fences.

use crate::problem::Problem;

/// The fences that the book itself fills.
pub const KINDS: [&str; 11] = [
    "pair",
    "listing",
    "output",
    "timeline",
    "figure",
    "claims",
    "glossary",
    "exercises",
    "misconceptions",
    "loop",
    "calculator",
];

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Markdown that stays as it is.
    Text(String),
    /// What the book fills.
    Fence(Fence),
}

/// A fenced block that the book fills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// Which of [`KINDS`] it is.
    pub kind: &'static str,
    /// What stands in it.
    pub body: String,
    /// The line of its first backtick, counted from 1.
    pub line: usize,
}

/// Takes a page apart; `file` is its path, for who must mend it.
///
/// # Errors
///
/// If a fence has no end, or holds Rust: listings come from files
/// that are compiled.
pub fn parts(page: &str, file: &str) -> Result<Vec<Part>, Problem> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut open: Option<Open> = None;
    for (line, number) in page.lines().zip(1..) {
        if let Some(fence) = &mut open {
            if fence.is_closed_by(line) {
                let whole = open.take().map(|it| it.whole(line));
                match whole {
                    Some(Part::Text(plain)) => text += &plain,
                    Some(fence) => {
                        let before = std::mem::take(&mut text);
                        parts.push(Part::Text(before));
                        parts.push(fence);
                    }
                    None => {}
                }
            } else {
                fence.body += line;
                fence.body.push('\n');
            }
            continue;
        }
        match Open::of(line, number) {
            Some(fence) if fence.info.starts_with("rust") => {
                let what = "Rust on a page is not compiled: put it \
                            into a file, and show that with \
                            a `listing` fence";
                return Err(Problem::at(file, number, what));
            }
            Some(fence) => open = Some(fence),
            None => {
                text += line;
                text.push('\n');
            }
        }
    }
    if let Some(Open { line, .. }) = open {
        let what = "this fence has no end";
        return Err(Problem::at(file, line, what));
    }
    parts.push(Part::Text(text));
    Ok(parts)
}

/// A fence whose end is still to come.
struct Open {
    ticks: usize,
    info: String,
    body: String,
    line: usize,
}

impl Open {
    fn of(line: &str, number: usize) -> Option<Self> {
        let rest = line.trim_start_matches('`');
        let ticks = line.len() - rest.len();
        let info = rest.trim().to_owned();
        let body = String::new();
        (ticks >= 3).then_some(Self {
            ticks,
            info,
            body,
            line: number,
        })
    }

    fn is_closed_by(&self, line: &str) -> bool {
        let line = line.trim_end();
        line.len() >= self.ticks
            && line.bytes().all(|it| it == b'`')
    }

    fn whole(self, end: &str) -> Part {
        let Self { info, body, line, ticks } = self;
        let kind = KINDS.into_iter().find(|kind| *kind == info);
        match kind {
            Some(kind) => Part::Fence(Fence { kind, body, line }),
            None => {
                let ticks = "`".repeat(ticks);
                Part::Text(format!("{ticks}{info}\n{body}{end}\n"))
            }
        }
    }
}
