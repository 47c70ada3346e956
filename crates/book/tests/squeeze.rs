//! What a page loads, and no more.

use book::{scripts, squeeze};

#[test]
fn a_style_loses_comments_and_indentation_and_nothing_else() {
    let css = "/* a\n   b */\n.x {\n    color: red; /* c */\n}\n";
    let squeezed = squeeze::style(css);
    assert_eq!(squeezed, ".x {\ncolor: red;\n}\n");
}

#[test]
fn a_script_keeps_its_line_ends_and_its_texts() {
    let js = "// about\nconst a = `one\n    // two`;\n\n  \
              return\n  a // here\n";
    assert_eq!(
        squeeze::script(js),
        "const a = `one\n    // two`;\nreturn\na // here\n"
    );
}

#[test]
fn a_page_that_loads_other_scripts_than_it_did_is_an_error() {
    let error = scripts::fewer("<body></body>").unwrap_err();
    let error = error.to_string();
    assert!(error.contains("no longer loads"), "{error}");
}
