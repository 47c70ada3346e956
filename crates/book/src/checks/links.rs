//! Links within the book lead somewhere.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
};

use anyhow::Result;

use crate::{problem::Problem, site, sources};

/// Follows all links within the book below `out`; returns how many
/// there are, and those that lead nowhere.
pub(super) fn check(out: &Path) -> Result<(usize, Vec<Problem>)> {
    let mut pages = BTreeMap::new();
    for path in site::pages(out)? {
        let html = fs::read_to_string(&path)?;
        pages.insert(normal(&path), html);
    }
    let ids = pages.iter().map(|(path, html)| {
        let ids = values(html, " id=\"").collect::<BTreeSet<_>>();
        (path.clone(), ids)
    });
    let ids = ids.collect::<BTreeMap<_, _>>();
    let mut count = 0;
    let mut problems = Vec::new();
    for (path, html) in &pages {
        let links = values(html, "href=\"");
        let links = links.chain(values(html, "src=\""));
        for link in links.filter(|it| is_inside(it)) {
            count += 1;
            if let Err(why) = follow(path, link, &ids) {
                let name = path.strip_prefix(normal(out));
                let name = name.unwrap_or(path).to_string_lossy();
                let what = format!("links {link}: {why}");
                problems.push(Problem::with(name, what));
            }
        }
    }
    Ok((count, problems))
}

/// Returns the values of an attribute, each up to its quote.
fn values<'html>(
    html: &'html str,
    start: &'static str,
) -> impl Iterator<Item = &'html str> {
    let rest = html.split(start).skip(1);
    rest.filter_map(|rest| Some(rest.split_once('"')?.0))
}

fn is_inside(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme);
    !link.is_empty() && scheme.is_none_or(|it| it.contains('/'))
}

fn follow(
    from: &Path,
    link: &str,
    ids: &BTreeMap<PathBuf, BTreeSet<&str>>,
) -> Result<(), String> {
    let (file, id) = link.split_once('#').unwrap_or((link, ""));
    let folder = from.parent().unwrap_or(Path::new(""));
    let target = match file {
        "" => from.to_owned(),
        file => normal(&folder.join(file)),
    };
    if !target.is_file() {
        let path = target.to_string_lossy();
        let source = format!("/{}/", sources::FOLDER);
        return Err(match path.split_once(&source) {
            Some((_, path)) => {
                let path = path.strip_suffix(".html");
                format!("no file {}", path.unwrap_or_default())
            }
            None => "no such page".to_owned(),
        });
    }
    let Some(ids) = ids.get(&target) else { return Ok(()) };
    if id.is_empty() || ids.contains(id) {
        return Ok(());
    }
    Err(format!("that page has no #{id}"))
}

/// Returns a path without `..`, as far as its words tell.
fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            part => out.push(part),
        }
    }
    out
}
