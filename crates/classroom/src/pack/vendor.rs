//! The libraries and the tools.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    slice::from_ref,
};

use anyhow::{Context, Result};
use course::PRACTICE;

use crate::cargo;

/// The tools, and the versions of them that were tried.
const TOOLS: [(&str, &str); 2] =
    [("rustlings", "6.5.0"), ("just", "1.59.0")];

/// What tells cargo where the libraries are, in a folder whose
/// way to them stands between.
const SOURCES: [&str; 2] = [
    "\
# All libraries are in that folder: nothing is fetched.
[source.crates-io]
replace-with = \"packed\"

[source.packed]
directory = \"",
    "\"

[net]
offline = true
",
];

/// Puts the tools' sources into the folder `tools`, and returns
/// what they are called.
///
/// They are fetched as if a package depended on them, so cargo
/// looks into its cache first, and checks what it gets.
///
/// # Errors
///
/// If cargo can neither find nor fetch them.
pub(crate) fn tools(
    root: &Path,
    folder: &Path,
    tools: &Path,
) -> Result<Vec<&'static str>> {
    let fetch = folder.join("fetch");
    fs::create_dir_all(fetch.join("src"))?;
    fs::write(fetch.join("src/lib.rs"), "")?;
    let mut manifest = String::from(
        "[package]\nname = \"fetch\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\n",
    );
    for (name, version) in TOOLS {
        manifest += &format!("{name} = \"={version}\"\n");
    }
    let path = fetch.join("Cargo.toml");
    fs::write(&path, manifest)?;
    let all = folder.join("fetched");
    // What is in the cache needs no network.
    vendor(root, from_ref(&path), &all, &["--offline"])
        .or_else(|_| vendor(root, from_ref(&path), &all, &[]))?;
    for (name, _) in TOOLS {
        let to = tools.join(name);
        fs::create_dir_all(tools)?;
        fs::rename(all.join(name), &to).context(name)?;
        fs::remove_file(to.join(".cargo-checksum.json"))?;
        // Whatever is around the folder, it stands alone.
        let path = to.join("Cargo.toml");
        let manifest = fs::read_to_string(&path)?;
        fs::write(path, format!("{manifest}\n[workspace]\n"))?;
    }
    fs::remove_dir_all(all)?;
    tell_cargo(tools, "../course/.vendor")?;
    Ok(TOOLS.map(|(name, _)| name).to_vec())
}

/// Puts the libraries that the course and the tools stand on into
/// the course in the folder `top`; returns how many they are.
///
/// # Errors
///
/// If cargo can neither find nor fetch them.
pub(crate) fn libraries(
    root: &Path,
    top: &Path,
    tools: &[&str],
) -> Result<usize> {
    let course = top.join("course");
    let mut manifests = vec![
        course.join("Cargo.toml"),
        course.join(PRACTICE).join("Cargo.toml"),
    ];
    let tools = tools.iter();
    manifests.extend(tools.map(|name| {
        top.join("tools").join(name).join("Cargo.toml")
    }));
    let all = course.join(".vendor");
    vendor(root, &manifests, &all, &["--locked"])?;
    tell_cargo(&course, ".vendor")?;
    Ok(fs::read_dir(all)?.count())
}

/// Copies what the packages of `manifests` stand on to `folder`.
fn vendor(
    root: &Path,
    manifests: &[PathBuf],
    folder: &Path,
    options: &[&str],
) -> Result<()> {
    let mut command = Command::new(cargo::program());
    // From the workspace: a mirror that is configured there, or a
    // stick that this is, counts as well.
    command
        .args(["vendor", "--quiet", "--respect-source-config"])
        .args(options)
        .current_dir(root);
    for (place, manifest) in manifests.iter().enumerate() {
        let option =
            if place == 0 { "--manifest-path" } else { "--sync" };
        command.arg(option).arg(manifest);
    }
    command.arg(folder);
    cargo::run(&mut command)?;
    Ok(())
}

/// Tells cargo in `folder` that the libraries are in `way`.
fn tell_cargo(folder: &Path, way: &str) -> Result<()> {
    let cargo = folder.join(".cargo");
    fs::create_dir_all(&cargo)?;
    let text = SOURCES.join(way);
    fs::write(cargo.join("config.toml"), text)?;
    Ok(())
}
