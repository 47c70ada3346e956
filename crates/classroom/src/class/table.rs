//! The table.

use console::{Style, style};
use course::Original;
use lesson::say;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{
    standing::{Row, Standing},
    summary,
};

/// As wide as a terminal is.
const WIDTH: usize = 80;

/// How far what is said below a row is moved in.
const INDENT: &str = "    ";

/// Prints a row for each student, what is to be known besides, and
/// what was seen.
pub(crate) fn print(rows: &[Row], originals: &[Original]) {
    let cells: Vec<[String; 4]> =
        rows.iter().map(|row| cells(row, originals)).collect();
    let head = ["student", "solved", "now at", "how it stands"];
    let mut widths = head.map(str::len);
    for (row, cells) in rows.iter().zip(&cells) {
        let shown = if row.problem.is_some() { 1 } else { 4 };
        for (width, cell) in
            widths.iter_mut().zip(cells).take(shown)
        {
            *width = cell.width().max(*width);
        }
    }
    let rest: usize = widths[1..].iter().map(|it| it + 2).sum();
    widths[0] = widths[0].min(WIDTH - rest);
    say!();
    say!("{}", style(line(&head, widths)).bold());
    for (row, cells) in rows.iter().zip(&cells) {
        print_row(row, cells, widths, originals);
    }
    say!();
    let sentences = summary::sentences(rows, originals);
    for line in textwrap::wrap(&sentences, WIDTH) {
        say!("{line}");
    }
}

fn print_row(
    row: &Row,
    cells: &[String; 4],
    widths: [usize; 4],
    originals: &[Original],
) {
    if let Some(problem) = row.problem {
        let name = fit(&cells[0], widths[0]);
        let problem = fit(problem, WIDTH - widths[0] - 2);
        let problem = problem.trim_end();
        say!("{name}  {}", style(problem).red());
        return;
    }
    let cells = [0, 1, 2, 3].map(|place| cells[place].as_str());
    say!("{}", colour(row).apply_to(line(&cells, widths)));
    for note in notes(row, originals) {
        let options = textwrap::Options::new(WIDTH)
            .initial_indent(INDENT)
            .subsequent_indent(INDENT);
        for line in textwrap::wrap(&note, options) {
            say!("{}", style(line).dim());
        }
    }
}

fn cells(row: &Row, originals: &[Original]) -> [String; 4] {
    let solved = row.standings.iter().filter(|it| it.is_solved());
    let solved = format!("{}/{}", solved.count(), originals.len());
    let (now, stands) = match row.current {
        Some(place) => (
            originals[place].name.clone(),
            row.standings[place].words().to_owned(),
        ),
        None => ("the end".into(), "all solved".into()),
    };
    [row.name.to_owned(), solved, now, stands]
}

/// Green is who has solved all, yellow what wants a look.
fn colour(row: &Row) -> Style {
    match row.current.map(|place| &row.standings[place]) {
        None => Style::new().green(),
        Some(Standing::AsSet) => Style::new(),
        Some(_) => Style::new().yellow(),
    }
}

/// Says what is to be known besides: why it does not compile, whose
/// tests were changed, where rustlings says something else.
fn notes(row: &Row, originals: &[Original]) -> Vec<String> {
    let mut notes = Vec::new();
    let current = row.current.map(|place| &row.standings[place]);
    notes.extend(current.and_then(Standing::detail));
    let mut list = |what: &str, places: &[usize]| {
        if !places.is_empty() {
            let names = places.iter().map(|place| {
                let words = row.standings[*place].words();
                let name = &originals[*place].name;
                format!("{name} ({words})")
            });
            let names = names.collect::<Vec<_>>().join(", ");
            notes.push(format!("{what}: {names}"));
        }
    };
    let edited = row.standings.iter().enumerate();
    let edited = edited.filter(|(_, it)| it.is_edited());
    let edited: Vec<usize> = edited.map(|it| it.0).collect();
    list("tests edited, judged by ours", &edited);
    list("solved, says rustlings", &row.claimed);
    if !row.unclaimed.is_empty() {
        let number = row.unclaimed.len();
        notes.push(format!(
            "solved, and rustlings does not know: {number}"
        ));
    }
    notes
}

fn line(cells: &[&str; 4], widths: [usize; 4]) -> String {
    let mut line = String::new();
    for (cell, width) in cells.iter().zip(widths) {
        line.push_str(&fit(cell, width));
        line.push_str("  ");
    }
    line.trim_end().to_owned()
}

/// Returns `text` in exactly `width` columns.
fn fit(text: &str, width: usize) -> String {
    let mut fitted = String::new();
    let mut used = 0;
    let is_cut = text.width() > width;
    for letter in text.chars() {
        let columns = letter.width().unwrap_or_default();
        if used + columns + usize::from(is_cut) > width {
            break;
        }
        fitted.push(letter);
        used += columns;
    }
    if is_cut {
        fitted.push('…');
        used += 1;
    }
    fitted + &" ".repeat(width - used)
}
