//! Both languages in one folder.

use std::{
    fmt, fs, iter,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use mdbook_driver::{MDBook, config::Config};
use rayon::prelude::*;
use report::page::CHARTS;

use crate::{
    breaks, checks, chinese,
    language::Language,
    material::Material,
    page, practice,
    problem::{Problem, Problems},
    scripts, sources, squeeze,
};

/// Where the pages and mdBook's settings are, from the root.
const DOCS: &str = "docs";

/// The first page, which knows the reader's language.
const INDEX: &str = include_str!("../theme/index.html");

/// Two halves, side by side.
const FAVICON: &str = include_str!("../theme/favicon.svg");

/// Ours for all pages, in this order.
const STYLES: [&str; 6] = [
    CHARTS,
    include_str!("../theme/page.css"),
    include_str!("../theme/pair.css"),
    include_str!("../theme/presenter.css"),
    include_str!("../theme/figures.css"),
    include_str!("../theme/print.css"),
];

const SCRIPTS: [&str; 7] = [
    include_str!("../theme/menu.js"),
    include_str!("../theme/language.js"),
    include_str!("../theme/copy.js"),
    include_str!("../theme/tables.js"),
    include_str!("../theme/options.js"),
    include_str!("../theme/search.js"),
    include_str!("../theme/presenter.js"),
];

/// What pages with a certain figure have besides: the figure's
/// class, its style and its script.
const FIGURES: [(&str, &str, &str); 2] = [
    (
        "loop",
        include_str!("../theme/loop.css"),
        include_str!("../theme/loop.js"),
    ),
    (
        "calculator",
        include_str!("../theme/calculator.css"),
        include_str!("../theme/calculator.js"),
    ),
];

/// What was built.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// Pages, of both languages.
    pub pages: usize,
    /// Pages of whole source files.
    pub sources: usize,
    /// Links within the book, all of which lead somewhere.
    pub links: usize,
    /// How long it took.
    pub took: Duration,
}

impl fmt::Display for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pages, sources, links, took } = self;
        let took = took.as_secs_f64();
        write!(
            f,
            "{pages} pages in two languages, {sources} sources, \
             {links} links that lead somewhere: {took:.2} s"
        )
    }
}

/// Builds the book into the folder `out`, and checks it. What was
/// there is replaced when all is well.
///
/// # Errors
///
/// All that must be mended.
pub fn build(material: &Material, out: &Path) -> Result<Built> {
    let begin = Instant::now();
    let mut problems = checks::before(material);
    let parent = out.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(parent)?;
    let fresh = tempfile::Builder::new()
        .prefix(".book-")
        .tempdir_in(parent)?;
    problems.extend(write(material, fresh.path())?);
    problems.sort_by(|one, other| {
        (&one.file, one.line).cmp(&(&other.file, other.line))
    });
    problems.dedup();
    if !problems.is_empty() {
        return Err(Problems(problems).into());
    }
    fs::write(fresh.path().join("index.html"), INDEX)?;
    let sources = sources::write(material, fresh.path())?;
    let (links, problems) = checks::after(fresh.path())?;
    if !problems.is_empty() {
        return Err(Problems(problems).into());
    }
    let pages = pages(fresh.path())?.len();
    replace(fresh, out)?;
    let took = begin.elapsed();
    Ok(Built { pages, sources, links, took })
}

/// Writes the book of each language into `out`, both at once;
/// returns what must be mended.
fn write(material: &Material, out: &Path) -> Result<Vec<Problem>> {
    let books = Language::ALL
        .par_iter()
        .map(|language| book(material, *language, out));
    Ok(books.collect::<Result<Vec<_>>>()?.concat())
}

/// Writes the book of a language into its folder in `out`, unless
/// something must be mended, which is returned. It begins and ends
/// here, since mdBook's book cannot be sent to another thread.
fn book(
    material: &Material,
    language: Language,
    out: &Path,
) -> Result<Vec<Problem>> {
    let (book, problems) = filled(material, language, out)?;
    if problems.is_empty() {
        let folder = out.join(language.folder());
        book.build().with_context(|| {
            format!("mdBook does not build {}", language.folder())
        })?;
        finish(&folder, language)?;
    }
    Ok(problems)
}

/// Reads the book of a language, and fills its fences.
fn filled(
    material: &Material,
    language: Language,
    out: &Path,
) -> Result<(MDBook, Vec<Problem>)> {
    let docs = material.root.join(DOCS);
    let mut config = Config::from_disk(docs.join("book.toml"))?;
    config.set("book.src", language.folder())?;
    config.set("book.language", language.tag())?;
    config.set("book.title", language.words().title)?;
    config.set("build.build-dir", out.join(language.folder()))?;
    let mut book = MDBook::load_with_config(docs, config)?;
    let mut problems = Vec::new();
    book.book.for_each_chapter_mut(|chapter| {
        let Some(path) = &chapter.source_path else { return };
        let folder = language.folder();
        let file = format!("{DOCS}/{folder}/{}", path.display());
        let text = &chapter.content;
        match page::fill(text, &file, language, material) {
            Ok(filled) => chapter.content = filled,
            Err(found) => problems.extend(found),
        }
    });
    let added = practice::add(&mut book.book, language, material);
    problems.extend(added.err().into_iter().flatten());
    Ok((book, problems))
}

/// Adds what mdBook does not know of.
fn finish(folder: &Path, language: Language) -> Result<()> {
    let all =
        ("side-by-side", &*STYLES.concat(), &*SCRIPTS.concat());
    for (name, style, script) in FIGURES.into_iter().chain([all]) {
        let style = squeeze::style(style);
        let script = squeeze::script(script);
        fs::write(folder.join(format!("{name}.css")), style)?;
        fs::write(folder.join(format!("{name}.js")), script)?;
    }
    fs::write(folder.join("favicon.svg"), FAVICON)?;
    if language == Language::Chinese {
        chinese::translate(folder)?;
    }
    scripts::find_chinese(folder)?;
    squeeze::squeeze(folder)?;
    for path in html_files(folder)? {
        let html = fs::read_to_string(&path)?;
        let html = html.replace("</head>", &head(&html));
        let html = scripts::fewer(&sources::relink(&html))?;
        fs::write(&path, breaks::allow(&html))?;
    }
    Ok(())
}

/// Returns what our own styles and scripts add to the page `html`:
/// behind mdBook's, so that they have the last word.
fn head(html: &str) -> String {
    let figures = FIGURES.iter().map(|(name, ..)| *name);
    let figures = figures
        .filter(|it| html.contains(&format!("class=\"{it}\"")));
    let names = iter::once("side-by-side").chain(figures);
    let links = names.map(|name| {
        format!(
            "<link rel=\"stylesheet\" href=\"{name}.css\">\n\
             <script src=\"{name}.js\" defer></script>\n"
        )
    });
    links.collect::<String>() + "</head>"
}

/// Returns the pages of all languages below `out`.
///
/// # Errors
///
/// If a folder cannot be read.
pub fn pages(out: &Path) -> Result<Vec<PathBuf>> {
    let folders = Language::ALL.map(|it| out.join(it.folder()));
    let pages = folders.iter().map(|folder| html_files(folder));
    let pages = pages.collect::<Result<Vec<_>>>()?;
    Ok(pages.into_iter().flatten().collect())
}

/// Returns the HTML files in `folder`, in the order of their
/// names; mdBook's page for what is not found is none of ours.
fn html_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?;
    let paths = entries.map(|entry| Ok(entry?.path()));
    let mut paths = paths.collect::<Result<Vec<_>>>()?;
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default();
        path.extension().is_some_and(|it| it == "html")
            && !["404.html", "toc.html"]
                .iter()
                .any(|it| name == *it)
    });
    paths.sort();
    Ok(paths)
}

/// Puts the book that was built in the place of the old one.
fn replace(fresh: tempfile::TempDir, out: &Path) -> Result<()> {
    let old = fresh.path().with_extension("old");
    let had_one = out.exists();
    if had_one {
        fs::rename(out, &old)?;
    }
    let fresh = fresh.keep();
    fs::rename(&fresh, out)?;
    if had_one {
        fs::remove_dir_all(old)?;
    }
    Ok(())
}
