//! The course of this workspace breaks no rule.

use std::path::Path;

#[test]
fn the_course_keeps_all_rules() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let found = classroom::findings(&root).expect("files are read");
    let sentences: String =
        found.iter().map(|it| format!("{it}\n")).collect();
    assert!(
        found.is_empty(),
        "{} findings:\n{sentences}",
        found.len()
    );
}
