//! What a page of the book has in it.

mod support;
use support::{PAIR, Workspace, read};

/// Returns the texts of all elements of a class, without markup.
fn texts(html: &str, class: &str) -> Vec<String> {
    let start = format!("<span class=\"{class}");
    let parts = html.split(&start).skip(1);
    let texts = parts.map(|part| {
        let part = part.split("&#10;").next().unwrap_or(part);
        let part = part.split("\n").next().unwrap_or(part);
        let part = part.split_once('>').map_or("", |(_, it)| it);
        let mut text = String::new();
        let mut inside = false;
        for letter in part.chars() {
            match letter {
                '<' => inside = true,
                '>' => inside = false,
                letter if !inside => text.push(letter),
                _ => {}
            }
        }
        text
    });
    texts.collect()
}

/// Returns one column of the only pair on a page.
fn column<'html>(html: &'html str, side: &str) -> &'html str {
    let start = format!("<section class=\"col {side}\"");
    let (_, column) = html.split_once(&start).unwrap();
    column.split("</section>").next().unwrap()
}

#[test]
fn each_column_has_the_whole_half_line_by_line() {
    let page = Workspace::new(PAIR).page("en");
    for (side, half) in
        [("left", support::THREAD), ("right", support::TASK)]
    {
        let column = column(&page, side);
        let code = column.matches("class=\"l ").count();
        let heads = column.matches("class=\"l h ").count();
        // All but the head comment and the blank line below it.
        assert_eq!(code - heads, half.lines().count() - 2);
        assert_eq!(heads, 2);
    }
}

#[test]
fn only_the_words_that_differ_are_tinted() {
    let page = Workspace::new(PAIR).page("en");
    let right = column(&page, "right");
    let tints = right.matches("<em").count();
    // tokio, time; async; time, .await; async; .await.
    assert_eq!(tints, 7, "{right}");
    let sleep = right.split("time").last().unwrap();
    assert!(!sleep.split("sleep").next().unwrap().contains("<em"));
}

#[test]
fn what_hides_with_await_is_marked() {
    let page = Workspace::new(PAIR).page("en");
    let right = column(&page, "right");
    assert_eq!(right.matches("aw\">async<").count(), 2);
    assert_eq!(right.matches("aw\">await<").count(), 2);
    assert_eq!(right.matches("aw\">.<").count(), 2);
    assert_eq!(column(&page, "left").matches("aw\">").count(), 0);
    assert!(page.contains("hide-await"));
}

#[test]
fn captions_stand_in_both_columns_in_the_language_of_the_page() {
    let workspace = Workspace::new(PAIR);
    workspace.change(
        "docs/zh/spinner.md",
        "Who waits here?",
        "这里谁在等？",
    );
    let page = workspace.page("zh");
    for side in ["left", "right"] {
        let column = column(&page, side);
        assert!(column.contains("这里谁在等？"), "{column}");
    }
    assert!(page.contains(">线程<") && page.contains(">异步<"));
}

#[test]
fn whole_files_are_pages_that_the_columns_link() {
    let workspace = Workspace::new(PAIR);
    let out = workspace.build();
    let page = read(&out.join("en/spinner.html"));
    let link = "../source/crates/spinner/src/async.rs.html";
    assert!(page.contains(&format!("href=\"{link}\"")), "{page}");
    let source = read(&out.join("en").join(link));
    assert!(
        source.contains("id=\"L1\"") && source.contains("//! T")
    );
}

#[test]
fn wrong_stands_beside_right() {
    let wrong =
        support::TASK.replace("time::sleep()", "thread::sleep()");
    let workspace = Workspace::new(
        &PAIR.replace("src/thread.rs", "src/wrong.rs").replace(
            "\"thread::sleep\", \"time::sleep\"",
            "\"::sleep\"",
        ),
    );
    workspace.put("crates/spinner/src/wrong.rs", &wrong);
    let page = workspace.page("en");
    assert!(page.contains("<section class=\"col left wrong\""));
    assert!(page.contains(">Wrong<") && page.contains(">Right<"));
    assert!(texts(&page, "l h")[0].contains("Draws a frame."));
}

#[test]
fn items_leave_out_the_rest() {
    let fence = PAIR.replace("run =", "items = [\"spin\"]\nrun =");
    let page = Workspace::new(&fence).page("en");
    let left = column(&page, "left");
    assert!(left.contains("Spins."), "with its comment");
    assert!(!left.contains("supervisor"), "{left}");
}

#[test]
fn outputs_are_those_that_were_recorded() {
    let command = "cargo run --bin spinner_async";
    let fence = format!(
        "\n```output\ncommand = \"{command}\"\nlines = [2, 2]\n\
         ```\n"
    );
    let workspace = Workspace::new(&fence);
    workspace.put(
        "docs/output/spinner_async.toml",
        &format!(
            "command = '{command}'\ndate = \"2026-11-05\"\n\
             machine = 'a machine'\nexit = 0\n\
             text = '''\none\n<two>\n'''\n"
        ),
    );
    let out = workspace.build();
    let page = read(&out.join("en/spinner.html"));
    assert!(page.contains("&lt;two&gt;"), "{page}");
    assert!(!page.contains("one&#10;") && !page.contains("one\n"));
    assert!(page.contains("Recorded 2026-11-05: a machine"));
    let chinese = read(&out.join("zh/spinner.html"));
    assert!(chinese.contains("记录于 2026-11-05：a machine"));
}

#[test]
fn claims_stand_in_the_language_of_the_page() {
    let workspace = Workspace::new("\n```claims\n```\n");
    let out = workspace.build();
    let english = read(&out.join("en/spinner.html"));
    assert!(english.contains("Threads need memory."));
    assert!(english.contains("id=\"memory\""), "links lead to it");
    let chinese = read(&out.join("zh/spinner.html"));
    assert!(chinese.contains("线程需要内存。"));
    assert!(chinese.contains(">属实<"), "{chinese}");
}

#[test]
fn mdbooks_own_words_are_chinese_in_the_chinese_book() {
    let note = "\n> [!WARNING]\n> Do not.\n";
    let out = Workspace::new(note);
    let page = out.page("zh");
    for english in
        ["Search this book", "Keyboard shortcuts", "Warning<"]
    {
        assert!(!page.contains(english), "{english}");
    }
    assert!(
        page.contains(">注意<") || page.contains("注意</p>"),
        "{page}"
    );
}

#[test]
fn lines_of_a_chinese_paragraph_have_no_space_between_them() {
    let workspace = Workspace::new("");
    let page = "# 旋转指针 {#spinner}\n\n线程在等，\n任务也在等\nawait。\n\n\
                - 一\n- 二\n";
    workspace.put_page("zh", page);
    let page = workspace.page("zh");
    assert!(
        page.contains("线程在等，任务也在等\nawait。"),
        "{page}"
    );
    assert!(page.contains("<li>一</li>"), "{page}");
}

#[test]
fn a_book_that_cannot_be_built_leaves_the_old_one() {
    let workspace = Workspace::new("");
    let out = workspace.build();
    workspace.put_page("en", "# No id\n");
    let mut command = workspace.command();
    command.arg("--out").arg(&out).assert().code(1);
    assert!(read(&out.join("en/spinner.html")).contains("Spinner"));
    let left = std::fs::read_dir(workspace.path("."))
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .filter(|name| name.to_string_lossy().starts_with(".book"));
    assert_eq!(left.count(), 0, "nothing half-built is left");
}

#[test]
fn long_words_of_code_may_break_between_names_and_short_ones_not() {
    let long = "a_step_that_is_a_unit_of_its_own";
    let text = format!(
        "\nSee `{long}`, `run(f()).await` and `spawn_all`.\n\n\
         ```text\n{long}\n```\n"
    );
    let page = Workspace::new(&text).page("en");
    let broken = long.replace('_', "_<wbr>");
    assert!(page.contains(&format!("<code>{broken}</code>")));
    assert!(page.contains("<code>run(f()).await</code>"));
    assert!(page.contains("<code>spawn_all</code>"));
    assert_eq!(page.matches(long).count(), 1, "the block: {page}");
}

#[test]
fn paths_above_code_may_break_behind_their_slashes() {
    let page = Workspace::new(PAIR).page("en");
    let path = "crates/<wbr />spinner/<wbr />src/<wbr />async.rs<";
    assert!(column(&page, "right").contains(path), "{page}");
}

#[test]
fn a_range_of_numbers_in_a_claim_is_never_torn() {
    let workspace = Workspace::new("\n```claims\n```\n");
    workspace.change(
        "docs/claims.toml",
        "They do.",
        "They do: 3.3-4.6 MiB at half-time.",
    );
    let page = workspace.page("en");
    let range = "3.3\u{2060}–\u{2060}4.6 MiB at half-time.";
    assert!(page.contains(range), "{page}");
}

#[test]
fn a_line_end_is_no_space_in_chinese() {
    let workspace = Workspace::new("\nText.\n\n> Quoted.\n");
    workspace.change(
        "docs/zh/spinner.md",
        "Text.\n\n> Quoted.",
        "先猜，\n再看。\nRust 不猜，见\n[开始](start.md)一页：\n\
         `spin`\n转\nthree 次。\n\n> 注意。\n> 请看。",
    );
    let page = workspace.page("zh");
    for joined in [
        "先猜，再看。Rust",
        "见<a href=\"start.html\">开始</a>一页：<code>spin",
        "注意。请看。",
    ] {
        assert!(page.contains(joined), "{joined}: {page}");
    }
    // Between a Chinese and another word there is a space.
    assert!(page.contains("转\nthree"), "{page}");
}
