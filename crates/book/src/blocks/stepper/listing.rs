//! The functions in which the tasks of a run wait.

use std::{collections::BTreeMap, ops::RangeInclusive};

use event_loop::trace::Trace;
use report::html::{Element, element};

use crate::{
    code,
    functions::functions,
    material::Material,
    stepper::{Place, Runs},
};

/// The lines that are shown, one after the other.
pub(super) struct Listing<'book> {
    /// In a file the functions, and their lines.
    files: BTreeMap<String, File<'book>>,
}

struct File<'book> {
    text: &'book str,
    functions: Vec<RangeInclusive<usize>>,
}

impl<'book> Listing<'book> {
    /// Finds the functions.
    ///
    /// # Errors
    ///
    /// If the sources are no longer those that `trace` tells of.
    pub(super) fn of(
        trace: &Trace,
        material: &'book Material,
    ) -> Result<Self, String> {
        let mut files = BTreeMap::<String, File<'_>>::new();
        let polls = trace.turns.iter().flat_map(|turn| &turn.polls);
        for wait in polls.flat_map(|poll| &poll.waits) {
            let (path, line) = (&wait.file, wait.line as usize);
            let text = material.source(path);
            let text = text.ok_or_else(|| {
                format!("its trace tells of {path}: no such file")
            })?;
            let all = functions(text)
                .map_err(|it| format!("{path} {it}"))?;
            let mut holding = all.into_iter();
            let holding =
                holding.rfind(|lines| lines.contains(&line));
            let code = text.lines().nth(line.saturating_sub(1));
            let awaits =
                code.is_some_and(|code| code.contains(".await"));
            let Some(function) = holding.filter(|_| awaits) else {
                return Err(format!(
                    "its trace has a task wait in {path}:{line}, \
                     where no function awaits anything now: record \
                     it again"
                ));
            };
            let file = files.entry(path.clone());
            let file = file
                .or_insert(File { text, functions: Vec::new() });
            if !file.functions.contains(&function) {
                file.functions.push(function);
                file.functions.sort_by_key(|it| *it.start());
            }
        }
        Ok(Self { files })
    }

    /// Returns the paths of the files.
    pub(super) fn paths(&self) -> impl Iterator<Item = &String> {
        self.files.keys()
    }

    /// Returns all lines that are shown, by file and number, in the
    /// order of their rows.
    fn lines(&self) -> impl Iterator<Item = (&str, usize)> {
        self.files.iter().flat_map(|(path, file)| {
            let lines = file.functions.iter().cloned().flatten();
            lines.map(move |line| (path.as_str(), line))
        })
    }

    /// Returns the row of a line.
    pub(super) fn row(
        &self,
        file: &str,
        line: u32,
    ) -> Option<usize> {
        let wanted = (file, line as usize);
        self.lines().position(|it| it == wanted)
    }

    /// Returns the row of the line that runs.
    pub(super) fn runs(&self, runs: &Runs) -> Option<usize> {
        let file = self.files.get(&runs.file)?;
        let line = runs.line as usize;
        let mut functions = file.functions.iter();
        let function = functions.find(|it| it.contains(&line))?;
        let line = match runs.place {
            Place::Top => *function.start(),
            Place::Behind | Place::Await => line,
            Place::End => *function.end(),
        };
        self.row(&runs.file, u32::try_from(line).ok()?)
    }

    /// Returns them as code.
    pub(super) fn code(&self) -> Element {
        let rows = self.lines().filter_map(|(path, number)| {
            let file = &self.files[path];
            let text = file.text.lines().nth(number - 1)?;
            let first = file
                .functions
                .iter()
                .any(|it| *it.start() == number);
            let class = code::class(text);
            let first = if first { " first" } else { "" };
            let class = format!("{class}{first}");
            let row = code::line(text, None).class(class);
            Some(row.with("data-n", number))
        });
        element("code").class("nohighlight").all(rows)
    }
}
