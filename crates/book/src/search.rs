//! mdBook's search: it finds Chinese, and comes when it is used.

use std::{fs, path::Path};

use anyhow::{Result, ensure};

/// A search that goes by letters where words have no spaces.
const CHINESE: &str = include_str!("../theme/cjk-search.js");

/// What search consists of; `search.js` loads it.
const SCRIPTS: [&str; 3] =
    ["elasticlunr.min.js", "mark.min.js", "searcher.js"];

/// Lets the search of the book in `folder` find Chinese words.
///
/// # Errors
///
/// If mdBook's search is not there.
pub fn chinese(folder: &Path) -> Result<()> {
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

/// Returns the page `html` without the scripts of the search: most
/// who read a page never search.
///
/// # Errors
///
/// If mdBook no longer loads one of them.
pub fn later(html: &str) -> Result<String> {
    let mut html = html.to_owned();
    for name in SCRIPTS {
        let script = format!("<script src=\"{name}\"></script>");
        ensure!(
            html.contains(&script),
            "mdBook no longer loads {name}: see search.rs"
        );
        html = html.replace(&script, "");
    }
    Ok(html)
}
