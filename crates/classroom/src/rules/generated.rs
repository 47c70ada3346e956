//! What `update` writes is as it would write it now.

use course::PRACTICE;
use tidy::Finding;

use super::Material;
use crate::update;

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let info = format!("{PRACTICE}/info.toml");
    let manifest = format!("{PRACTICE}/Cargo.toml");
    let is_new =
        material.text(&info) == update::info(&material.course);
    let old = (!is_new).then(|| old(&info));
    let text = material.text(&manifest);
    let list = match update::with_programs(text, &material.course) {
        Ok(new) => (new != text).then(|| old_list(&manifest)),
        Err(error) => {
            let sentence = format!("{error:#}: give it one");
            Some(Finding::about(manifest, sentence))
        }
    };
    old.into_iter().chain(list).collect()
}

fn old(path: &str) -> Finding {
    let sentence = "is not what docs/exercises says: run `just \
                    course-update`";
    Finding::about(path, sentence)
}

fn old_list(path: &str) -> Finding {
    let sentence = "its list `bin` is not what docs/exercises \
                    says: run `just course-update`";
    Finding::about(path, sentence)
}
