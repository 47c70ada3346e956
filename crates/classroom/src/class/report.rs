//! The same for other programs.

use anyhow::Result;
use course::Original;
use serde_json::{Value, json};

use super::{standing::Row, summary};

/// Returns all that is known, as JSON.
pub(crate) fn json(
    rows: &[Row],
    originals: &[Original],
) -> Result<String> {
    let students: Vec<Value> =
        rows.iter().map(|row| student(row, originals)).collect();
    let report = json!({
        "students": students,
        "seen": summary::sentences(rows, originals),
    });
    Ok(serde_json::to_string_pretty(&report)?)
}

fn student(row: &Row, originals: &[Original]) -> Value {
    let solved = row.standings.iter().filter(|it| it.is_solved());
    let pairs = row.standings.iter().zip(originals).enumerate();
    let exercises = pairs.map(|(place, (standing, original))| {
        json!({
            "name": original.name,
            "stands": standing.words(),
            "detail": standing.detail(),
            "solved": standing.is_solved(),
            "solved_says_rustlings": standing.is_solved()
                && !row.unclaimed.contains(&place)
                || row.claimed.contains(&place),
            "tests_edited": standing.is_edited(),
        })
    });
    json!({
        "student": row.name,
        "problem": row.problem,
        "solved": solved.count(),
        "now_at": row.current.map(|it| &originals[it].name),
        "exercises": exercises.collect::<Vec<_>>(),
    })
}
