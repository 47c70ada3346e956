//! mdBook's scripts: the search finds Chinese, and comes when it is
//! used; what a page does not need, it does not load.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

/// A search that goes by letters where words have no spaces.
const CHINESE: &str = include_str!("../theme/cjk-search.js");

/// What search consists of; `search.js` loads it.
const SCRIPTS: [&str; 3] =
    ["elasticlunr.min.js", "mark.min.js", "searcher.js"];

/// What copies from playgrounds, and what mdBook makes do with.
const CLIPBOARD: (&str, &str) = (
    "clipboard.min.js",
    "<script>function ClipboardJS() { this.on = () => {}; }\
     </script>",
);

/// The picture of the book for browsers that take no drawing: all
/// that the book is made for take one.
const PICTURE: &str =
    "<link rel=\"shortcut icon\" href=\"favicon.png\">";

/// Lets the search of the book in `folder` find Chinese words.
///
/// # Errors
///
/// If mdBook's search is not there.
pub fn find_chinese(folder: &Path) -> Result<()> {
    let library = folder.join(SCRIPTS[0]);
    ensure!(
        library.is_file(),
        "mdBook has no {} any more",
        SCRIPTS[0]
    );
    let text = fs::read_to_string(&library)?;
    fs::write(library, format!("{text}\n{CHINESE}"))?;
    Ok(())
}

/// Returns the page `html` without the scripts of the search, since
/// most who read a page never search, and without the one that
/// copies from playgrounds, which the book has not.
///
/// # Errors
///
/// If mdBook no longer loads one of them.
pub fn fewer(html: &str) -> Result<String> {
    let gone = SCRIPTS.map(|name| (name, ""));
    let mut html = html.replace(PICTURE, "");
    for (name, instead) in gone.into_iter().chain([CLIPBOARD]) {
        let script = format!("<script src=\"{name}\"></script>");
        ensure!(
            html.contains(&script),
            "mdBook no longer loads {name}: see scripts.rs"
        );
        html = html.replace(&script, instead);
    }
    Ok(html)
}
