//! The order in which people put names that hold numbers.

/// A name, cut where digits begin and end: "5 at once" comes
/// before "20 at once".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Natural(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    // By its length without zeros in front, then by its digits:
    // no number is too long.
    Number(usize, String),
    Text(String),
}

impl Natural {
    /// Returns what orders `name` among others.
    pub(crate) fn of(name: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = name;
        while let Some(first) = rest.chars().next() {
            let is_digit = first.is_ascii_digit();
            let end = rest
                .find(|it: char| it.is_ascii_digit() != is_digit)
                .unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            parts.push(if is_digit {
                let digits = part.trim_start_matches('0');
                Part::Number(digits.len(), digits.to_owned())
            } else {
                Part::Text(part.to_owned())
            });
            rest = after;
        }
        Self(parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_compared_as_numbers() {
        let mut names = ["50 at once", "1 at once", "5 at once"];
        names.sort_by_key(|name| Natural::of(name));
        assert_eq!(names, ["1 at once", "5 at once", "50 at once"]);
        assert!(Natural::of("a10") > Natural::of("a9b"));
    }
}
