//! What the harness of Rust's tests prints.

/// Reads how many tests passed and failed:
/// `test result: ok. 2 passed; 0 failed; 0 ignored; …`.
pub(crate) fn counts(line: &str) -> Option<(usize, usize)> {
    let line = line.strip_prefix("test result: ")?;
    let (_, counts) = line.split_once(". ")?;
    let mut counts = counts.split("; ");
    let passed = counts.next()?.strip_suffix(" passed")?;
    let failed = counts.next()?.strip_suffix(" failed")?;
    Some((passed.parse().ok()?, failed.parse().ok()?))
}

/// Returns the names of the tests that failed, from the list that
/// ends the output, without their module.
pub(crate) fn failures(output: &str) -> Vec<String> {
    let Some((_, list)) = output.rsplit_once("\nfailures:\n")
    else {
        return Vec::new();
    };
    let names = list.lines().take_while(|line| !line.is_empty());
    names.map(|name| bare(name.trim()).to_owned()).collect()
}

/// Returns the lines that the failed test called `name` printed,
/// and those that belong to no test: other threads wrote them.
pub(crate) fn lines<'a>(
    output: &'a str,
    name: &str,
) -> Vec<&'a str> {
    // First what nobody caught, then a part for each test that
    // failed, then the list of these.
    let mut is_its = true;
    let mut lines = Vec::new();
    for line in output.lines() {
        if line == "failures:" {
            is_its = false;
        } else if let Some(test) = part(line) {
            is_its = bare(test) == name;
        } else if is_its {
            lines.push(line);
        }
    }
    lines
}

/// Returns the test whose part a line begins:
/// `---- tests::it_is_so stdout ----`.
fn part(line: &str) -> Option<&str> {
    line.strip_prefix("---- ")?.strip_suffix(" stdout ----")
}

/// Returns the name of a test without its module.
fn bare(name: &str) -> &str {
    name.rsplit_once("::").map_or(name, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAILED: &str = "
running 3 tests
another thread says this
test tests::a_is_so ... ok
test tests::b_is_so ... FAILED
test tests::c_is_so ... FAILED

failures:

---- tests::b_is_so stdout ----
it is not

---- tests::c_is_so stdout ----
nor this

failures:
    tests::b_is_so
    tests::c_is_so

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured
";

    #[test]
    fn counts_are_read_from_the_last_line() {
        assert_eq!(
            FAILED.lines().rev().find_map(counts),
            Some((1, 2))
        );
        assert_eq!(counts("test tests::a_is_so ... ok"), None);
    }

    #[test]
    fn tests_that_failed_are_named() {
        assert_eq!(failures(FAILED), ["b_is_so", "c_is_so"]);
        assert!(failures("").is_empty());
    }

    #[test]
    fn the_lines_of_one_test_are_told_from_those_of_another() {
        let lines = lines(FAILED, "b_is_so");
        assert!(lines.contains(&"it is not"), "{lines:?}");
        let other = "another thread says this";
        assert!(lines.contains(&other), "{lines:?}");
        assert!(!lines.contains(&"nor this"), "{lines:?}");
    }
}
