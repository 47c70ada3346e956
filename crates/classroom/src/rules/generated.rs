//! What `update` writes is as it would write it now.

use std::{fs, path::Path};

use course::{ORIGINALS, PRACTICE};
use tidy::Finding;

use super::Material;
use crate::update;

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let Material { root, course, .. } = material;
    let info = format!("{PRACTICE}/info.toml");
    let manifest = format!("{PRACTICE}/Cargo.toml");
    let list =
        update::with_programs(material.text(&manifest), course);
    let originals = update::originals(root, course);
    let files = [
        (info, Ok(update::info(course))),
        (manifest, list),
        (ORIGINALS.to_owned(), originals),
    ];
    let found = files.into_iter().filter_map(|(path, wanted)| {
        let sentence = match wanted {
            Ok(wanted) if is(root, &path, &wanted) => return None,
            Ok(_) => "is not what docs/exercises and the programs \
                      say: run `just course-update`"
                .to_owned(),
            Err(error) => format!("{error:#}: give it one"),
        };
        Some(Finding::about(path, sentence))
    });
    found.collect()
}

/// Tells whether the file `path` has the text `wanted`.
fn is(root: &Path, path: &str, wanted: &str) -> bool {
    let text = fs::read_to_string(root.join(path));
    text.is_ok_and(|text| text == wanted)
}
