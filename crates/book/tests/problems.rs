//! What stops a build: each problem names its file and its line.

mod support;
use support::{PAIR, Workspace};

/// Checks that the book has this problem, and no other.
fn only(workspace: &Workspace, problem: &str) {
    let problems = workspace.problems();
    assert!(problems.contains(problem), "{problems}");
}

#[test]
fn a_file_that_is_not_there() {
    let workspace = Workspace::new(PAIR);
    for language in ["en", "zh"] {
        let page = format!("docs/{language}/spinner.md");
        workspace.change(&page, "src/async.rs", "src/gone.rs");
    }
    only(
        &workspace,
        "docs/en/spinner.md:3: there is no file \
         crates/spinner/src/gone.rs",
    );
}

#[test]
fn an_item_that_is_not_there() {
    let fence = PAIR.replace("run =", "items = [\"span\"]\nrun =");
    only(
        &Workspace::new(&fence),
        "docs/zh/spinner.md:3: crates/spinner/src/thread.rs has no \
         item `span`",
    );
}

#[test]
fn a_step_that_begins_nowhere() {
    let workspace = Workspace::new(PAIR);
    let file = "crates/spinner/src/async.rs";
    workspace.change(file, "time::sleep()", "time::yield_now()");
    let problems = workspace.problems();
    let step = "step 2 begins with `time::sleep`";
    assert!(problems.contains(step), "{problems}");
    // The line that begins the step before.
    let line = "crates/spinner/src/async.rs:6: step 2";
    assert!(problems.contains(line), "{problems}");
}

#[test]
fn steps_that_begin_on_unequal_lines() {
    let fence = PAIR.replace("\"time::sleep\"", "\"supervisor\"");
    only(
        &Workspace::new(&fence),
        "step 2 begins in crates/spinner/src/thread.rs:7, but in \
         crates/spinner/src/async.rs:10",
    );
}

#[test]
fn a_step_without_a_caption() {
    let fence = PAIR.replace("\"Draws a frame.\"", "\"\"");
    let problem = "spinner.md:3: step `fn spin(` has no caption";
    only(&Workspace::new(&fence), problem);
}

#[test]
fn a_line_that_is_too_long() {
    let workspace = Workspace::new(PAIR);
    let long = format!("    spin(); // {}", "x".repeat(60));
    let file = "crates/spinner/src/thread.rs";
    workspace.change(file, "    spin();", &long);
    let problem = "crates/spinner/src/thread.rs:11: has 75 columns";
    only(&workspace, problem);
}

#[test]
fn a_command_that_is_not_real() {
    let fence = PAIR.replace("--bin spinner_thread", "--bin spin");
    let problem = "names `cargo run --bin spin`: there is no spin";
    only(&Workspace::new(&fence), problem);
}

#[test]
fn a_key_that_no_fence_has() {
    let fence = PAIR.replace("run =", "ruin =");
    only(&Workspace::new(&fence), "docs/en/spinner.md:6: unknown");
}

#[test]
fn an_output_of_which_nothing_is_recorded() {
    let fence = "\n```output\ncommand = \"cargo run --bin \
                 spinner_async\"\n```\n";
    only(&Workspace::new(fence), "nothing is recorded of");
}

#[test]
fn rust_that_stands_on_a_page() {
    let fence = "\n```rust\nfn main() {}\n```\n";
    only(&Workspace::new(fence), "docs/en/spinner.md:3: Rust");
}

#[test]
fn a_fence_without_an_end() {
    let fence = "\n```claims\n";
    only(
        &Workspace::new(fence),
        "docs/en/spinner.md:3: this fence",
    );
}

#[test]
fn a_heading_without_an_id() {
    let workspace = Workspace::new("\n## Question\n");
    only(
        &workspace,
        "docs/en/spinner.md:3: this heading has no id",
    );
}

#[test]
fn a_page_that_one_language_lacks() {
    let workspace = Workspace::new("");
    workspace.put("docs/en/more.md", "# More {#more}\n");
    let summary = "docs/en/SUMMARY.md";
    workspace.change(summary, "- [Sp", "- [More](more.md)\n- [Sp");
    let problems = workspace.problems();
    let missing = "docs/zh/more.md: is missing";
    assert!(problems.contains(missing), "{problems}");
    let order = "docs/zh/SUMMARY.md: does not list the pages";
    assert!(problems.contains(order), "{problems}");
}

#[test]
fn a_fence_that_one_language_lacks() {
    let workspace = Workspace::new("\n## Run it {#run}\n");
    let claims = "# 旋转指针 {#spinner}\n\n## 运行 {#run}\n\n\
                  ```claims\n```\n";
    workspace.put_page("zh", claims);
    only(&workspace, "docs/zh/spinner.md:5: claims");
}

#[test]
fn captions_alone_may_differ_between_languages() {
    let workspace = Workspace::new(PAIR);
    let page = "docs/zh/spinner.md";
    workspace.change(page, "Draws a frame.", "画一帧。");
    workspace.build();
}

#[test]
fn a_lesson_without_a_chapter() {
    let workspace = Workspace::new("");
    for file in ["thread", "async"] {
        let path = format!("crates/semaphore/src/{file}.rs");
        workspace.put(&path, "");
    }
    workspace.put("crates/semaphore/Cargo.toml", "[package]\n");
    only(&workspace, "has no chapter semaphore.md");
}

#[test]
fn a_word_that_the_glossary_forbids() {
    let workspace = Workspace::new("");
    workspace.put(
        "docs/glossary.toml",
        "[[term]]\nen = \"join\"\nzh = \"等待……结束\"\nforbidden = \
         [\"汇合\"]\n",
    );
    workspace.put_page(
        "zh",
        "# 旋转指针 {#spinner}\n\n两个线程汇合。\n",
    );
    only(&workspace, "docs/zh/spinner.md:3: says 「汇合」");
}

#[test]
fn emphasis_that_markdown_does_not_take() {
    let workspace = Workspace::new("");
    let page = "# 旋转指针 {#spinner}\n\n它**等待，**也运行。\n";
    workspace.put_page("zh", page);
    only(&workspace, "has a literal `**`");
}

#[test]
fn a_link_that_leads_nowhere() {
    let workspace = Workspace::new(
        "\n[page](gone.md) [place](spinner.md#gone) \
         [file](../../crates/spinner/src/gone.rs)\n",
    );
    let problems = workspace.problems();
    for problem in [
        "en/spinner.html: links gone.html: no such page",
        "links spinner.html#gone: that page has no #gone",
        "no file crates/spinner/src/gone.rs",
    ] {
        assert!(problems.contains(problem), "{problems}");
    }
}

#[test]
fn a_picture_from_elsewhere() {
    let page = "\n![a flag](https://example.org/br.gif)\n";
    let problem = "would load https://example.org/br.gif";
    only(&Workspace::new(page), problem);
}

#[test]
fn a_word_on_the_command_line_that_is_no_command() {
    let workspace = Workspace::new("");
    let run = workspace.command().arg("bulid").assert().code(2);
    let errors = run.get_output().stderr.clone();
    let errors = String::from_utf8(errors).unwrap();
    assert!(errors.contains("no command 'bulid'"), "{errors}");
    assert!(errors.contains("Usage: book"), "{errors}");
}
