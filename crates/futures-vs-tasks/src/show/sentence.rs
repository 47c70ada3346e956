//! What a step is about, and what was seen in it.

use crate::Table;

/// Says what the rows of a step are about.
pub(super) fn intro(step: &str) -> &'static str {
    match step {
        "result" => "A unit that answers 42, and units that fail:",
        "handle" => "A unit, point by point:",
        "detach" => "Two parts of work, a wait between; we leave:",
        "exit" => "Two parts of work, a wait between; main leaves:",
        "together" => {
            "Three jobs: time, most under way at once, threads:"
        }
        "borrow" => "The sum of 1, 2, 3, 4, in two halves:",
        "wait" => "Two items come; somebody else takes the first:",
        _ => {
            "Work in two parts, a wait between. What runs if it is"
        }
    }
}

/// Says what was seen in a step.
pub(super) fn of(step: &str, table: &Table) -> String {
    let seen = |what| table.seen(what);
    let time = |what| seen(what).split(',').next().unwrap_or("?");
    match step {
        "result" => format!(
            "Too early: {}. In time: {}.",
            seen("with a time limit"),
            seen("waited for"),
        ),
        "handle" => format!(
            "It is {}; spawned, it {}.",
            seen("what it drives"),
            seen("started when"),
        ),
        "detach" => format!(
            "Its handle dropped, {} ran; \
             dropped before its end, {}.",
            seen("its handle dropped"),
            seen("dropped before its end"),
        ),
        "exit" => format!(
            "main returns, and of its unit's work {} ran.",
            seen("its work, as main returns"),
        ),
        "together" => format!(
            "Waiting: {} in turn, {} joined. \
             Computing: {}, {}, pool {}.",
            time("wait, in turn"),
            time("wait, joined"),
            time("compute, in turn"),
            time("compute, joined"),
            time("compute, on a pool"),
        ),
        "borrow" => format!("What borrowed: {}.", seen("borrowed")),
        "wait" => {
            let rows = table.rows().iter();
            let rows = rows
                .map(|row| format!("{}: {}.", row.what, row.seen));
            rows.collect::<Vec<_>>().join(" ")
        }
        _ => format!(
            "Of 2 parts, a call ran {}, a spawn {}; \
             dropped before its end, {}.",
            count(seen("called")),
            count(seen("spawned, never joined")),
            count(seen("dropped before its end")),
        ),
    }
}

/// Returns the first word of a count of parts.
fn count(parts: &str) -> &str {
    parts.split(' ').next().unwrap_or("?")
}
