//! mdBook's own words in Chinese.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Result, ensure};

/// What mdBook says, and how that is said in Chinese. Each stands
/// between the marks that it stands between in its files, so that
/// nothing else is touched.
const WORDS: &[(&str, &str)] = &[
    (">Keyboard shortcuts<", ">键盘快捷键<"),
    (
        "Press <kbd>←</kbd> or <kbd>→</kbd> to navigate between \
         chapters",
        "按 <kbd>←</kbd> 或 <kbd>→</kbd> 翻到上一章或下一章",
    ),
    (
        "Press <kbd>S</kbd> or <kbd>/</kbd> to search in the book",
        "按 <kbd>S</kbd> 或 <kbd>/</kbd> 搜索全书",
    ),
    (
        "Press <kbd>?</kbd> to show this help",
        "按 <kbd>?</kbd> 显示帮助",
    ),
    (
        "Press <kbd>Esc</kbd> to hide this help",
        "按 <kbd>Esc</kbd> 关闭帮助",
    ),
    ("\"Table of contents\"", "\"目录\""),
    ("\"Toggle Table of Contents\"", "\"显示或隐藏目录\""),
    ("\"Change theme\"", "\"切换主题\""),
    ("\"Themes\"", "\"主题\""),
    (
        "theme-default_theme\">Auto<",
        "theme-default_theme\">跟随系统<",
    ),
    ("theme-light\">Light<", "theme-light\">浅色<"),
    ("theme-rust\">Rust<", "theme-rust\">铁锈<"),
    ("theme-coal\">Coal<", "theme-coal\">炭黑<"),
    ("theme-navy\">Navy<", "theme-navy\">藏青<"),
    ("theme-ayu\">Ayu<", "theme-ayu\">Ayu<"),
    ("\"Search (`/`)\"", "\"搜索（`/`）\""),
    ("\"Toggle Searchbar\"", "\"显示或隐藏搜索栏\""),
    ("\"Search this book ...\"", "\"搜索全书……\""),
    ("\"Page navigation\"", "\"翻页\""),
    ("\"Previous chapter\"", "\"上一章\""),
    ("\"Next chapter\"", "\"下一章\""),
    (
        "'No search results for \\'' + searchterm + '\\'.'",
        "'没有找到“' + searchterm + '”。'",
    ),
    (
        "' search results for \\'' + searchterm + '\\':'",
        "' 处包含“' + searchterm + '”：'",
    ),
    (
        "' search result for \\'' + searchterm + '\\':'",
        "' 处包含“' + searchterm + '”：'",
    ),
    ("\"Search Result Teaser\"", "\"搜索结果摘要\""),
];

/// Titles of callouts, which not every book has.
const CALLOUTS: &[(&str, &str)] = &[
    ("Note", "说明"),
    ("Tip", "提示"),
    ("Important", "要点"),
    ("Warning", "注意"),
    ("Caution", "当心"),
];

/// Translates mdBook's words in the book in `folder`.
///
/// # Errors
///
/// If mdBook no longer says one of them, so that it may say
/// another, in English.
pub fn translate(folder: &Path) -> Result<()> {
    let mut seen = vec![false; WORDS.len()];
    for path in texts(folder)? {
        let mut text = fs::read_to_string(&path)?;
        for ((english, chinese), seen) in
            WORDS.iter().zip(&mut seen)
        {
            if text.contains(english) {
                *seen = true;
                text = text.replace(english, chinese);
            }
        }
        for (english, chinese) in CALLOUTS {
            let english = format!("</svg>{english}</p>");
            let chinese = format!("</svg>{chinese}</p>");
            text = text.replace(&english, &chinese);
        }
        fs::write(&path, text)?;
    }
    let unseen = WORDS.iter().zip(seen).find(|(_, seen)| !seen);
    if let Some(((english, _), _)) = unseen {
        let what = "says something else now: see chinese.rs";
        ensure!(false, "mdBook, in place of {english}, {what}");
    }
    Ok(())
}

/// Joins the lines of a paragraph where a line ends with a Chinese
/// sign and the next begins with one, or behind a Chinese mark: a
/// line end would be shown as a space, and Chinese has none.
pub fn joined(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    let mut in_code = false;
    for line in markdown.lines() {
        let fence = line.trim_start().starts_with("```");
        let before = out.trim_end_matches('\n');
        let is_next = out.len() == before.len() + 1;
        let before = before.trim_end_matches('*');
        let quoted = before.rsplit('\n').next().unwrap_or_default();
        let text = match quoted.starts_with("> ") {
            true => line.trim_start_matches("> "),
            false => line,
        };
        let text = text.trim_start();
        let ends = before.chars().next_back();
        if is_next && !in_code && !fence && joins(ends, text) {
            out.pop();
            out += text;
        } else {
            out += line;
        }
        out.push('\n');
        in_code ^= fence;
    }
    out
}

/// Tells whether there is no space between a line that ends with
/// `end` and one that begins with `next`.
fn joins(end: Option<char>, next: &str) -> bool {
    let Some(end) = end else { return false };
    let next = next.trim_start_matches(['*', '[']).chars().next();
    let is_mark = is_wide(end) && !end.is_alphanumeric();
    next.is_some_and(|next| {
        is_wide(end) && is_wide(next)
            || is_mark
                && (next.is_ascii_alphabetic() || next == '`')
    })
}

/// Tells whether a sign is as wide as it is high: Chinese ones, and
/// their punctuation.
fn is_wide(sign: char) -> bool {
    matches!(sign,
        '\u{2e80}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}'
        | '“' | '”' | '‘' | '’' | '…' | '—')
}

/// Returns the pages and scripts in `folder`.
fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let paths = entries.map(|entry| Ok(entry?.path()));
    let mut paths = paths.collect::<Result<Vec<_>>>()?;
    paths.retain(|path| {
        let end = path.extension().unwrap_or_default();
        end == "html" || end == "js"
    });
    Ok(paths)
}
