//! Rule 1: the halves of a pair answer each other line by line.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::{
    Finding, Tree, diff,
    items::{Item, items},
    tree::{Half, Pair},
};

/// Finds pairs that are not line-parallel, and halves alone.
pub(crate) fn check(tree: &Tree) -> Vec<Finding> {
    let alone = tree.steps().into_iter().flat_map(|step| {
        ["thread.rs", "async.rs"]
            .into_iter()
            .filter(|name| tree.half(&step, name).is_none())
            .map(|name| format!("{step}{name}"))
            .map(|path| {
                Finding::about(path, "this half is missing")
            })
            .collect::<Vec<_>>()
    });
    alone.chain(tree.pairs().iter().flat_map(check_pair)).collect()
}

fn check_pair(pair: &Pair<'_>) -> Vec<Finding> {
    let (thread, r#async) = (&pair.thread, &pair.r#async);
    let items = (read_items(thread), read_items(r#async));
    let (old, new) = match items {
        (Ok(old), Ok(new)) => (old, new),
        (old, new) => {
            return [old.err(), new.err()]
                .into_iter()
                .flatten()
                .collect();
        }
    };
    let moved = moved(thread, r#async, &old, &new);
    if !moved.is_empty() {
        // Of its lines, a diff would say nothing new.
        return moved;
    }
    let mut found = unlike(thread, r#async, &old, &new);
    found.extend(uneven(thread, r#async));
    if found.is_empty() {
        found = astray(thread, r#async, &old, &new);
    }
    found
}

fn read_items(half: &Half<'_>) -> Result<Vec<Item>, Finding> {
    items(half.text).map_err(|error| {
        let line = error.span().start().line;
        let sentence = format!("this is not Rust: {error}");
        Finding::at(&half.path, line, sentence)
    })
}

/// The items of each side that a diff of both lists does not
/// match, hunk by hunk.
fn unmatched<'item>(
    old: &'item [Item],
    new: &'item [Item],
) -> Vec<(&'item [Item], &'item [Item])> {
    let old_keys = old.iter().map(Item::key).collect::<Vec<_>>();
    let new_keys = new.iter().map(Item::key).collect::<Vec<_>>();
    capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys)
        .into_iter()
        .filter(|op| op.tag() != DiffTag::Equal)
        .map(|op| (&old[op.old_range()], &new[op.new_range()]))
        .collect()
}

/// Finds items that both halves have, but in another order.
fn moved(
    thread: &Half<'_>,
    r#async: &Half<'_>,
    old: &[Item],
    new: &[Item],
) -> Vec<Finding> {
    let hunks = unmatched(old, new);
    let left = hunks.iter().flat_map(|(old, _)| *old);
    let left = left.collect::<Vec<_>>();
    let mut found = Vec::new();
    for item in hunks.iter().flat_map(|(_, new)| *new) {
        let twin = left.iter().find(|old| old.key() == item.key());
        if let Some(twin) = twin {
            let sentence = format!(
                "{item} stands in another order than in {}, where \
                 it is on line {}",
                thread.name(),
                twin.line
            );
            let line = item.line;
            found.push(Finding::at(&r#async.path, line, sentence));
        }
    }
    found
}

/// Finds items with another name, and items without a twin.
fn unlike(
    thread: &Half<'_>,
    r#async: &Half<'_>,
    old: &[Item],
    new: &[Item],
) -> Vec<Finding> {
    let alone = |half: &Half<'_>, item: &Item, other: &Half<'_>| {
        let sentence =
            format!("{item} has no twin in {}", other.name());
        Finding::at(&half.path, item.line, sentence)
    };
    let mut found = Vec::new();
    for (old, new) in unmatched(old, new) {
        let kinds = |items: &[Item]| {
            items.iter().map(|it| it.kind).collect::<Vec<_>>()
        };
        if kinds(old) == kinds(new) {
            for (old, new) in old.iter().zip(new) {
                let other = thread.name();
                let sentence =
                    format!("{new} is called {old} in {other}");
                let path = &r#async.path;
                found.push(Finding::at(path, new.line, sentence));
            }
        } else {
            let old = old.iter();
            found.extend(old.map(|it| alone(thread, it, r#async)));
            let new = new.iter();
            found.extend(new.map(|it| alone(r#async, it, thread)));
        }
    }
    found
}

/// Finds lines that one half has and the other has not.
pub(crate) fn uneven(
    old: &Half<'_>,
    new: &Half<'_>,
) -> Vec<Finding> {
    let diff = diff::lines(old.text, new.text);
    let mut found = Vec::new();
    for hunk in diff.hunks {
        let (longer, range, other, few) =
            if hunk.old.len() > hunk.new.len() {
                (old, hunk.old, new, hunk.new.len())
            } else {
                (new, hunk.new, old, hunk.old.len())
            };
        let more = match range.len() - few {
            0 => continue,
            1 => "a line".to_owned(),
            more => format!("{more} lines"),
        };
        let other = other.name();
        let mut sentence = format!("has {more} more than {other}");
        if few > 0 {
            sentence += &format!(" ({} for {few})", range.len());
        }
        let line = range.start + 1;
        found.push(Finding::at(&longer.path, line, sentence));
    }
    found
}

/// Finds twins on different lines. Only replaced lines can hide
/// that from [`uneven`].
fn astray(
    thread: &Half<'_>,
    r#async: &Half<'_>,
    old: &[Item],
    new: &[Item],
) -> Vec<Finding> {
    old.iter()
        .zip(new)
        .filter(|(old, new)| old.line != new.line)
        .map(|(old, new)| {
            let other = thread.name();
            let line = old.line;
            let sentence =
                format!("{new} stands on line {line} of {other}");
            Finding::at(&r#async.path, new.line, sentence)
        })
        .collect()
}
