//! The ledger of claims: each row is whole, and each command that
//! it names is there.

mod command;

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::{Finding, Tree};

const LEDGER: &str = "docs/claims.toml";

const VERDICTS: [&str; 3] = ["true", "half true", "false"];

/// What each row has, as text.
const TEXTS: [&str; 6] =
    ["id", "verdict", "en", "zh", "shown_en", "shown_zh"];

/// Finds rows that are not whole, and commands that name what does
/// not exist.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let Some(text) = tree.text(LEDGER) else {
        return Vec::new();
    };
    let ledger: Table = match text.parse() {
        Ok(ledger) => ledger,
        Err(error) => {
            let sentence = format!("is no TOML: {error}");
            return vec![Finding::about(LEDGER, sentence)];
        }
    };
    let rows = ledger.get("claim").and_then(Value::as_array);
    let rows = rows.into_iter().flatten();
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for row in rows.filter_map(Value::as_table) {
        let id = part(row, "id");
        let mut wrong = |sentence: String| {
            found.push(Finding::about(
                LEDGER,
                format!("the claim '{id}' {sentence}"),
            ));
        };
        for name in TEXTS {
            if part(row, name).trim().is_empty() {
                wrong(format!("has no `{name}`"));
            }
        }
        if !known.insert(id) {
            wrong("stands here twice".to_owned());
        }
        let verdict = part(row, "verdict");
        if !VERDICTS.contains(&verdict) {
            let verdicts = VERDICTS.join(", ");
            wrong(format!("is '{verdict}', none of: {verdicts}"));
        }
        let commands =
            row.get("commands").and_then(Value::as_array);
        let commands = commands.map_or(&[][..], Vec::as_slice);
        if commands.is_empty() {
            wrong("has no command".to_owned());
        }
        for command in commands {
            let command = command.as_str().unwrap_or_default();
            if let Err(why) = command::check(tree, command) {
                wrong(format!("names '{command}': {why}"));
            }
        }
    }
    found
}

/// Tells whether what `command` names is there: its binary, step,
/// bench or test.
///
/// # Errors
///
/// What is not there, in a sentence.
pub fn check_command(
    tree: &Tree,
    command: &str,
) -> Result<(), String> {
    command::check(tree, command)
}

/// Returns the text called `name` of a row, or nothing.
fn part<'a>(row: &'a Table, name: &str) -> &'a str {
    row.get(name).and_then(Value::as_str).unwrap_or_default()
}
