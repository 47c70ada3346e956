//! What cargo says while it builds, in JSON: a line for each
//! program, error and warning.

use std::path::PathBuf;

use serde::Deserialize;

/// One of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A program was built, or had been.
    Built(PathBuf),
    /// An error, and its line.
    Error(String),
    /// A warning, and its line.
    Warning(String),
}

#[derive(Deserialize)]
struct Message {
    target: Target,
    executable: Option<PathBuf>,
    message: Option<Diagnostic>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    kind: Vec<String>,
}

#[derive(Deserialize)]
struct Diagnostic {
    message: String,
    level: String,
    spans: Vec<Span>,
}

#[derive(Deserialize)]
struct Span {
    line_start: usize,
    is_primary: bool,
}

/// Reads what is said of programs, each by its name; other lines
/// are passed over.
pub(crate) fn read(
    output: &str,
) -> impl Iterator<Item = (String, Said)> {
    let lines = output.lines();
    let messages =
        lines.filter_map(|it| serde_json::from_str(it).ok());
    messages.filter_map(
        |Message { target, executable, message }| {
            if target.kind != ["bin"] {
                return None;
            }
            let built = executable.map(Said::Built);
            let said = built.or_else(|| message?.said())?;
            Some((target.name, said))
        },
    )
}

impl Diagnostic {
    fn said(self) -> Option<Said> {
        let Self { message, level, spans } = self;
        let place = spans.iter().find(|span| span.is_primary);
        let short = match place.map(|span| span.line_start) {
            Some(line) => format!("line {line}: {message}"),
            None => message,
        };
        match &*level {
            "error" => Some(Said::Error(short)),
            "warning" => Some(Said::Warning(short)),
            _ => None,
        }
    }
}
