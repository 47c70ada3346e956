//! What may break a rule, and why.

use crate::Finding;

/// A place at which a rule does not hold.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// A file, or a folder with all that is in it, from the root.
    pub place: &'static str,
    /// The rule's name in [`CHECKS`](crate::CHECKS).
    pub rule: &'static str,
    /// Why the rule would make this place worse.
    pub reason: &'static str,
}

/// The house's exceptions, printed at each run. Keep them few.
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        place: "crates/callbacks/src/hell",
        rule: "pair",
        reason: "nested callbacks say what happens next, \
                 combinators what it becomes: on the same lines, \
                 both would be something that nobody ever wrote",
    },
    Exception {
        place: "crates/latency",
        rule: "pair",
        reason: "the ladder of waiting belongs to the machine: \
                 threads and tasks are two of its rungs, not two \
                 ways to write it",
    },
];

impl Exception {
    fn covers(&self, finding: &Finding) -> bool {
        let rest = finding.place.strip_prefix(self.place);
        self.rule == finding.rule
            && rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('/')
            })
    }
}

/// Takes from `found` what `exceptions` cover, and adds the
/// exceptions that cover nothing.
pub(crate) fn apply(
    exceptions: &[Exception],
    found: Vec<Finding>,
) -> Vec<Finding> {
    let idle = exceptions
        .iter()
        .filter(|it| {
            !found.iter().any(|finding| it.covers(finding))
        })
        .map(|it| {
            let rule = it.rule;
            let sentence = format!(
                "the exception to `{rule}` excepts nothing"
            );
            Finding::about(it.place, sentence).of_rule("exceptions")
        })
        .collect::<Vec<_>>();
    let excepted = |finding: &Finding| {
        exceptions.iter().any(|it| it.covers(finding))
    };
    let mut left = found;
    left.retain(|finding| !excepted(finding));
    left.extend(idle);
    left
}
