//! What the book says of exercises and misconceptions.

mod support;
use support::{Workspace, read};

const FENCE: &str = "
```exercises
lesson = \"spinner\"
```
";

const PROGRAM: &str = "\
//! # The spinner that stands still
//!
//! Mend `slow_function`.

fn main() {}
";

const TEXTS: &str = r#"
[[exercise]]
name = "frozen_async"
minutes = 12
misconception = "blocks"
fails = { test = "it_turns", says = "1 frame" }
en.hints = ["Who runs?", "The *only* one.", "`sleep().await`"]
zh.title = "停住的旋转指针"
zh.task = "修改 `slow_function`。"
zh.hints = ["谁在运行？", "只有一个线程。", "`sleep().await`"]

[[exercise]]
name = "spin_thread"
minutes = 15
fails = { test = "it_spins", says = "not yet" }
en.hints = ["One?", "Two.", "Three."]
zh.title = "自己写"
zh.task = "写一个。"
zh.hints = ["一？", "二。", "三。"]
"#;

const MISCONCEPTIONS: &str = r#"
[[misconception]]
id = "blocks"
en = "A blocking call blocks only its own task."
zh = "阻塞调用只会阻塞它自己的任务。"
lesson = "spinner"
step = "frozen"
prediction = "spinner"
test = "cargo test -p spinner"
exercise = "frozen_async"
claim = "memory"
"#;

/// A workspace with two exercises, and `fences` on its pages.
fn workspace(fences: &str) -> Workspace {
    let workspace = Workspace::new(fences);
    let practice = "crates/practice/exercises/spinner";
    for kind in [practice, "crates/practice/solutions/spinner"] {
        for name in ["frozen_async", "spin_thread"] {
            workspace.put(&format!("{kind}/{name}.rs"), PROGRAM);
        }
    }
    workspace.put("docs/exercises/spinner.toml", TEXTS);
    workspace.put("docs/misconceptions.toml", MISCONCEPTIONS);
    workspace
}

#[test]
fn each_lesson_has_a_page_with_its_tasks_and_three_hints() {
    let workspace = workspace(FENCE);
    let out = workspace.build();
    for (language, said) in [
        (
            "en",
            [
                "Exercises: Spinner",
                "The spinner that stands still",
                "Mend <code>slow_function</code>.",
                "Async · 12 minutes",
                "“A blocking call blocks only its own task.”",
                "Who runs?",
                "The <em>only</em> one.",
                "to be written by you",
            ],
        ),
        (
            "zh",
            [
                "练习：旋转指针",
                "停住的旋转指针",
                "修改 <code>slow_function</code>。",
                "异步 · 12 分钟",
                "“阻塞调用只会阻塞它自己的任务。”",
                "谁在运行？",
                "只有一个线程。",
                "自己动手写",
            ],
        ),
    ] {
        let page = format!("{language}/exercises-spinner.html");
        let page = read(&out.join(page));
        for text in said {
            assert!(page.contains(text), "{language}: {text}");
        }
        assert_eq!(page.matches("<code>sleep().await").count(), 1);
        assert!(page.contains("rustlings run frozen_async"));
        for kind in ["exercises", "solutions"] {
            let file = format!(
                "crates/practice/{kind}/spinner/frozen_async.rs"
            );
            assert!(page.contains(&file), "{language}: {file}");
            let source = out.join("source").join(file + ".html");
            assert!(source.is_file());
        }
    }
}

#[test]
fn a_chapter_lists_its_exercises_and_leads_to_each() {
    let workspace = workspace(FENCE);
    let out = workspace.build();
    for language in ["en", "zh"] {
        let page = format!("{language}/spinner.html");
        let page = read(&out.join(page));
        for name in ["frozen_async", "spin_thread"] {
            let link = format!("exercises-spinner.html#{name}");
            assert!(page.contains(&link), "{language}: {link}");
        }
    }
}

#[test]
fn exercises_that_no_chapter_lists_are_a_problem() {
    let problems = workspace("").problems();
    for language in ["en", "zh"] {
        let file = format!("docs/{language}/spinner.md");
        let what = format!("{file}: has no `exercises` fence");
        assert!(problems.contains(&what), "{problems}");
    }
}

#[test]
fn a_list_of_no_exercises_is_a_problem() {
    let problems = Workspace::new(FENCE).problems();
    let what = "there are no exercises of spinner";
    assert!(problems.contains(what), "{problems}");
}

#[test]
fn misconceptions_lead_to_what_shows_them() {
    let fences = format!(
        "{FENCE}\n```misconceptions\n```\n\n```claims\n```\n"
    );
    let workspace = workspace(&fences);
    for language in ["en", "zh"] {
        let page = format!("docs/{language}/claims.md");
        let id = "# Claims {#claims}\n\n```claims\n```\n";
        workspace.put(&page, id);
        let summary = format!("docs/{language}/SUMMARY.md");
        let end = "[Claims](claims.md)\n";
        let entry = "[Start](start.md)\n";
        workspace.change(&summary, entry, &format!("{entry}{end}"));
    }
    let page = workspace.page("zh");
    for link in [
        "spinner.html#spinner",
        "exercises-spinner.html#frozen_async",
        "claims.html#memory",
    ] {
        assert!(page.contains(link), "{link}");
    }
    assert!(page.contains("阻塞调用只会阻塞它自己的任务。"));
}

#[test]
fn a_misconception_that_leads_nowhere_is_a_problem() {
    let workspace =
        workspace(&format!("{FENCE}\n```misconceptions\n```\n"));
    let file = "docs/misconceptions.toml";
    workspace.change(file, "\"frozen_async\"", "\"gone_async\"");
    let problems = workspace.problems();
    assert!(problems.contains("#gone_async"), "{problems}");
}

#[test]
fn an_exercise_without_a_task_is_told_by_its_file() {
    let workspace = workspace(FENCE);
    let file = "crates/practice/exercises/spinner/spin_thread.rs";
    workspace.put(file, "fn main() {}\n");
    let problems = workspace.problems();
    assert!(problems.contains(file), "{problems}");
    assert!(problems.contains("//! # Title"), "{problems}");
}
