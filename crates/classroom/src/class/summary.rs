//! What was seen, in sentences.

use std::collections::BTreeMap;

use course::Original;

use super::standing::Row;

/// Returns a number with its noun: "1 student", "2 students".
pub(crate) fn count(number: usize, noun: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{s}")
}

/// Says how many exercises are solved, where most are, and what
/// could not be read.
pub(crate) fn sentences(
    rows: &[Row],
    originals: &[Original],
) -> String {
    let (read, unread): (Vec<&Row>, Vec<&Row>) =
        rows.iter().partition(|row| row.problem.is_none());
    let mut said = Vec::new();
    if !read.is_empty() {
        let standings = read.iter().flat_map(|it| &it.standings);
        let solved = standings.filter(|it| it.is_solved()).count();
        let all = read.len() * originals.len();
        said.push(format!(
            "{}: {solved} of {all} exercises are solved.",
            count(read.len(), "student")
        ));
        said.extend(most(&read, originals));
    }
    if !unread.is_empty() {
        let entries = match unread.len() {
            1 => "1 entry".to_owned(),
            number => format!("{number} entries"),
        };
        said.push(format!("Not to be read: {entries}."));
    }
    said.join(" ")
}

/// Says at which exercise most students are; nothing, if each is
/// at another.
fn most(rows: &[&Row], originals: &[Original]) -> Option<String> {
    let mut places = BTreeMap::new();
    for row in rows {
        *places.entry(row.current).or_insert(0) += 1;
    }
    let most = *places.values().max()?;
    let at: Vec<&str> = places
        .iter()
        .filter(|(_, number)| **number == most)
        .map(|(place, _)| match place {
            Some(place) => originals[*place].name.as_str(),
            None => "the end",
        })
        .collect();
    match at.as_slice() {
        [at] if most > 1 || rows.len() == 1 => {
            Some(format!("Most are at {at}: {most}."))
        }
        [one, other] if most > 1 => Some(format!(
            "Most are at {one} and {other}: {most} at each."
        )),
        _ => None,
    }
}
