//! The exercises stand on the libraries of the lessons, in the same
//! versions: what a student reads in a lesson holds in an exercise,
//! and it is compiled once.

use std::collections::BTreeMap;

use course::PRACTICE;
use serde::Deserialize;
use tidy::Finding;

use super::Material;

/// A library, and the part of its version that says what it gets on
/// with: cargo takes one of each.
type Line = (String, String);

pub(super) fn check(material: &Material) -> Vec<Finding> {
    let path = format!("{PRACTICE}/Cargo.lock");
    let ours = versions(material.text("Cargo.lock"));
    let theirs = versions(material.text(&path));
    let (Ok(ours), Ok(theirs)) = (ours, theirs) else {
        let sentence = "this, or the main Cargo.lock, is not what \
                        cargo writes: let it write it anew";
        return vec![Finding::about(path, sentence)];
    };
    if theirs.is_empty() {
        let sentence = "is missing or empty: copy the main \
                        Cargo.lock, and let cargo prune it";
        return vec![Finding::about(path, sentence)];
    }
    let found = theirs.iter().filter_map(|(line, version)| {
        let wanted = ours.get(line)?;
        let sentence = format!(
            "has {name} {version}, but the main Cargo.lock \
             {wanted}: `cargo update --manifest-path \
             {PRACTICE}/Cargo.toml {name}@{version} --precise \
             {wanted}`",
            name = line.0
        );
        (wanted != version)
            .then(|| Finding::about(path.as_str(), sentence))
    });
    found.collect()
}

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

/// Returns the version of each library in a lock file.
fn versions(
    text: &str,
) -> Result<BTreeMap<Line, String>, toml::de::Error> {
    let Lock { package } = toml::from_str(text)?;
    let packages = package.into_iter().map(|package| {
        let Package { name, version } = package;
        ((name, compatible(&version)), version)
    });
    Ok(packages.collect())
}

/// Returns the beginning of a version, up to its first part that is
/// not 0: what differs further on gets on with each other.
fn compatible(version: &str) -> String {
    let parts: Vec<&str> = version.split('.').collect();
    let end = parts.iter().position(|part| *part != "0");
    parts[..=end.unwrap_or(parts.len() - 1)].join(".")
}
