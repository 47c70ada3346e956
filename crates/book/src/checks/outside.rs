//! No request leaves a page.

use crate::problem::Problem;

/// What loads something when a page is opened: the start of an
/// element, and its attribute.
const LOADS: [(&str, &str); 7] = [
    ("<script", "src=\""),
    ("<link", "href=\""),
    ("<img", "src=\""),
    ("<iframe", "src=\""),
    ("<source", "src=\""),
    ("<video", "src=\""),
    ("<form", "action=\""),
];

/// Finds what a page would load from elsewhere.
pub(super) fn check(name: &str, html: &str) -> Vec<Problem> {
    let found = LOADS.iter().flat_map(|(element, attribute)| {
        let elements = html.split(element).skip(1);
        let links = elements.filter_map(move |rest| {
            let (inside, _) = rest.split_once('>')?;
            let (_, link) = inside.split_once(attribute)?;
            link.split('"').next()
        });
        links.filter(|link| {
            link.starts_with("//")
                || link.split_once(':').is_some_and(
                    |(scheme, _)| {
                        scheme != "data" && !scheme.contains('/')
                    },
                )
        })
    });
    let problems = found.map(|link| {
        let what = format!("would load {link} from elsewhere");
        Problem::with(name, what)
    });
    problems.collect()
}
