//! What a bench measures, taken from the name that criterion gave
//! it.

use serde::{Deserialize, Serialize};

use crate::natural::Natural;

/// What is measured: `download/delay 5 ms` at `20`, by `thread`.
#[derive(
    Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize,
)]
pub struct Id {
    /// What is measured within the lesson: `delay 5 ms`. One
    /// chart shows it; empty if the lesson has a single one.
    pub panel: String,
    /// At which size: `20`, `20 at once`. Empty if there is but
    /// one.
    pub point: String,
    /// By what: `thread`, `async`.
    pub name: String,
}

impl Id {
    /// Takes a criterion id apart, and returns the lesson, too.
    ///
    /// The lesson is the first part of the group. A function with
    /// a parameter is a name and its point; if there is only one
    /// of both, it is the name, and the group's last part is the
    /// point if it begins or ends with a number.
    pub fn parse(
        group: &str,
        function: Option<&str>,
        value: Option<&str>,
    ) -> (String, Self) {
        let mut parts = group.split('/').collect::<Vec<_>>();
        let (name, point) = match (function, value) {
            (Some(function), Some(value)) => (function, value),
            (Some(name), None) | (None, Some(name)) => {
                let last = parts.last().filter(|_| parts.len() > 1);
                let point = last.copied().filter(|it| is_size(it));
                if point.is_some() {
                    parts.pop();
                }
                (name, point.unwrap_or_default())
            }
            (None, None) => (parts.pop().unwrap_or(group), ""),
        };
        let lesson = parts.first().copied().unwrap_or(group);
        let panel = parts.get(1..).unwrap_or_default().join("/");
        let id = Self {
            panel,
            point: point.to_owned(),
            name: name.to_owned(),
        };
        (lesson.to_owned(), id)
    }

    /// Returns what orders ids: panels and points by their
    /// numbers, the halves of a pair side by side.
    pub(crate) fn order(&self) -> impl Ord + use<> {
        (
            Natural::of(&self.panel),
            Natural::of(&self.point),
            name_order(&self.name),
        )
    }

    /// Returns the number of the point, if it holds one.
    pub(crate) fn size(&self) -> Option<f64> {
        let digits = |it: char| it.is_ascii_digit() || it == '.';
        let start = self.point.find(|it: char| digits(it))?;
        let rest = &self.point[start..];
        let end = rest.find(|it: char| !digits(it));
        rest[..end.unwrap_or(rest.len())].parse().ok()
    }

    /// Returns the id with another name.
    pub(crate) fn named(&self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self.clone() }
    }

    /// Returns panel and point in a few words.
    pub(crate) fn place(&self) -> String {
        let parts = [self.panel.as_str(), self.point.as_str()];
        let parts = parts.into_iter().filter(|it| !it.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// Returns what orders names within a point: `thread` and `async`
/// first, and threads before the tasks that answer them.
pub(crate) fn name_order(name: &str) -> impl Ord + use<> {
    let twin = name.replacen("async", "thread", 1);
    let is_other = twin != "thread";
    (is_other, Natural::of(&twin), twin != name)
}

/// Lists the names that could be the thread half of `name`, the
/// nearest first; none if it is no async half.
///
/// `raw_async_multi_thread` answers `raw_thread_multi_thread`,
/// `raw_thread_multi` or `raw_thread`, whichever there is.
pub(crate) fn twins(name: &str) -> Vec<String> {
    let words = name.split('_').collect::<Vec<_>>();
    let Some(place) = words.iter().position(|it| *it == "async")
    else {
        return Vec::new();
    };
    let mut words = words;
    words[place] = "thread";
    let lengths = (place + 1..=words.len()).rev();
    lengths.map(|length| words[..length].join("_")).collect()
}

fn is_size(part: &str) -> bool {
    let digit = |it: char| it.is_ascii_digit();
    part.starts_with(digit) || part.ends_with(digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(
        group: &str,
        function: Option<&str>,
        value: Option<&str>,
    ) -> [String; 4] {
        let (lesson, id) = Id::parse(group, function, value);
        [lesson, id.panel, id.point, id.name]
    }

    #[test]
    fn a_parameter_is_the_point() {
        assert_eq!(
            parsed("download/growth", Some("thread"), Some("200")),
            ["download", "growth", "200", "thread"]
        );
    }

    #[test]
    fn without_a_parameter_the_group_may_end_in_the_point() {
        let group = "download/delay 5 ms/20 at once";
        assert_eq!(
            parsed(group, None, Some("raw_async")),
            ["download", "delay 5 ms", "20 at once", "raw_async"]
        );
        assert_eq!(
            parsed("spawn/and join", Some("thread"), None),
            ["spawn", "and join", "", "thread"]
        );
    }

    #[test]
    fn a_bench_without_a_group_is_its_own_lesson() {
        assert_eq!(
            parsed("alone", None, None),
            ["alone", "", "", "alone"]
        );
    }

    #[test]
    fn an_async_half_answers_the_nearest_thread_half() {
        assert_eq!(twins("async"), ["thread"]);
        assert_eq!(
            twins("raw_async_multi_thread"),
            [
                "raw_thread_multi_thread",
                "raw_thread_multi",
                "raw_thread"
            ]
        );
        assert!(twins("thread").is_empty());
        assert!(twins("asynchronous").is_empty());
    }

    #[test]
    fn halves_stand_side_by_side() {
        let mut names = ["async", "raw_async", "thread", "other"];
        names.sort_by_key(|name| name_order(name));
        assert_eq!(
            names,
            ["thread", "async", "other", "raw_async"]
        );
    }
}
