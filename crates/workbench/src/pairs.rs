//! The lessons, and the pairs of each.

use tidy::{Half, Pair, Tree};

use crate::Usage;

/// Two files of a lesson that stand side by side.
pub(crate) struct View<'tree> {
    /// What follows `--step`; none for a lesson's first pair.
    pub(crate) step: Option<String>,
    pub(crate) kind: Kind,
    pub(crate) left: Half<'tree>,
    pub(crate) right: Half<'tree>,
}

/// What the columns are to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Threads and tasks.
    Halves,
    /// A half, and a wrong version of it.
    Wrong,
}

/// Returns `lesson`, if it is one.
///
/// # Errors
///
/// If there is no such lesson; the error lists those that there
/// are.
pub(crate) fn known<'name>(
    tree: &Tree,
    lesson: Option<&'name str>,
) -> Result<&'name str, Usage> {
    let lessons = tree.lessons();
    if let Some(lesson) = lesson.filter(|it| lessons.contains(it)) {
        return Ok(lesson);
    }
    let wrong = match lesson {
        Some(lesson) => format!("no lesson '{lesson}'; there are"),
        None => "which lesson? There are".to_owned(),
    };
    let lessons = Vec::from_iter(lessons).join(", ");
    Err(Usage(format!("{wrong}: {lessons}")))
}

/// Lists what can be shown of `lesson`: its pairs, then its wrong
/// versions, each beside the half that is right.
pub(crate) fn views<'tree>(
    tree: &'tree Tree,
    lesson: &str,
) -> Vec<View<'tree>> {
    let src = format!("crates/{lesson}/src/");
    let step = |path: &str, end: &str| {
        let path = path.strip_prefix(&src)?.strip_suffix(end)?;
        let step = path.trim_end_matches('/');
        (!step.is_empty()).then(|| step.to_owned())
    };
    let pairs = tree.pairs().into_iter();
    let halves = pairs
        .filter(|pair| pair.thread.path.starts_with(&src))
        .map(|Pair { thread, r#async }| View {
            step: step(&thread.path, "thread.rs"),
            kind: Kind::Halves,
            left: thread,
            right: r#async,
        });
    let wrong = tree.files(&src, "/wrong.rs");
    let wrong = wrong.filter_map(|(path, text)| {
        let right = Half { path: path.to_owned(), text };
        Some(View {
            step: step(path, ".rs"),
            kind: Kind::Wrong,
            left: tidy::right_of(tree, &right)?,
            right,
        })
    });
    let mut views = halves.chain(wrong).collect::<Vec<_>>();
    views.sort_by(|one, other| one.step.cmp(&other.step));
    views
}

/// Returns the view that `step` names.
///
/// # Errors
///
/// If there is none; the error lists those that there are.
pub(crate) fn pick<'views, 'tree>(
    views: &'views [View<'tree>],
    lesson: &str,
    step: Option<&str>,
) -> Result<&'views View<'tree>, Usage> {
    let view = views.iter().find(|it| it.step.as_deref() == step);
    view.ok_or_else(|| {
        if views.is_empty() {
            return Usage(format!(
                "{lesson} is a lesson without pairs"
            ));
        }
        let wrong = match step {
            Some(step) => format!("{lesson} has no pair '{step}'"),
            None => format!("{lesson} has no first pair"),
        };
        Usage(format!("{wrong}; there are: {}", list(views)))
    })
}

/// Names `views`, as the command line does.
pub(crate) fn list(views: &[View<'_>]) -> String {
    let names = views.iter().map(|view| match &view.step {
        Some(step) => format!("--step {step}"),
        None => "the first".to_owned(),
    });
    names.collect::<Vec<_>>().join(", ")
}
