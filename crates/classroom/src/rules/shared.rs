//! What an exercise says it has from a lesson is there, and the
//! same in its solution.

use tidy::Finding;

use super::Material;

/// Before the file's name, in the line above such code.
const START: &str = "// As in ";

/// The line below it.
const END: &str = "// (end of what the lesson has)";

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let mut found = Vec::new();
    for exercise in &material.course.exercises {
        let files = [exercise.path(), exercise.solution()];
        let [ours, theirs] = files.map(|path| {
            let text = material.text(&path);
            let blocks = blocks(&path, text).unwrap_or_else(|it| {
                found.push(it);
                Vec::new()
            });
            let strange =
                |it: &Block| stranger(material, &path, it);
            found.extend(blocks.iter().filter_map(strange));
            blocks
        });
        for block in &ours {
            if !theirs.iter().any(|it| it.code() == block.code()) {
                let sentence = format!(
                    "the solution lacks what follows from {}: it \
                     stays as it is there",
                    block.file
                );
                let path = exercise.path();
                found.push(Finding::at(path, block.line, sentence));
            }
        }
    }
    found
}

/// Code that is a lesson's, too.
struct Block<'text> {
    /// The line above it, counted from 1.
    line: usize,
    /// The lesson's file, from the root.
    file: &'text str,
    /// Its lines, without indentation.
    lines: Vec<&'text str>,
}

impl Block<'_> {
    /// Returns what it is, wherever it stands.
    fn code(&self) -> (&str, &[&str]) {
        (self.file, &self.lines)
    }
}

/// Returns what `text` has from lessons; a block that does not end
/// is a finding.
fn blocks<'text>(
    path: &str,
    text: &'text str,
) -> Result<Vec<Block<'text>>, Finding> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (line, number) in text.lines().map(str::trim).zip(1..) {
        if let Some(file) = file(line) {
            if let Some(block) = &open {
                return Err(endless(path, block));
            }
            let lines = Vec::new();
            open = Some(Block { line: number, file, lines });
        } else if line == END {
            let sentence = format!(
                "ends what never began: a line `{START}FILE:` is \
                 missing"
            );
            let wrong = || Finding::at(path, number, sentence);
            blocks.push(open.take().ok_or_else(wrong)?);
        } else if let Some(block) = &mut open {
            block.lines.push(line);
        }
    }
    open.map_or(Ok(blocks), |block| Err(endless(path, &block)))
}

/// Returns the file that a first line names.
fn file(line: &str) -> Option<&str> {
    line.strip_prefix(START)?.strip_suffix(':')
}

fn endless(path: &str, block: &Block) -> Finding {
    let sentence = format!(
        "what is from {} does not end: a line `{END}` is missing",
        block.file
    );
    Finding::at(path, block.line, sentence)
}

/// Finds a block that is not in the file that it names.
fn stranger(
    material: &Material,
    path: &str,
    block: &Block,
) -> Option<Finding> {
    let Block { line, file, lines } = block;
    let sentence = match material.tree.text(file) {
        None => format!("{file} is not there: name where it is"),
        Some(_) if lines.is_empty() => {
            format!("nothing of {file} follows: copy it, or say so")
        }
        Some(text) => {
            let text: Vec<&str> =
                text.lines().map(str::trim).collect();
            let mut places = text.windows(lines.len());
            if places.any(|place| place == lines) {
                return None;
            }
            format!(
                "{file} has not the lines that follow, one after \
                 the other: copy them anew"
            )
        }
    };
    Some(Finding::at(path, *line, sentence))
}
