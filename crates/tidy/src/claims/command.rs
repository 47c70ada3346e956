//! Whether what a command names exists, by the files alone.

use crate::Tree;

const FIGURES: &str = "benches/figures.sh";

type Checked = Result<(), String>;

/// Checks one command of the ledger.
pub(super) fn check(tree: &Tree, command: &str) -> Checked {
    let words: Vec<&str> = command.split_whitespace().collect();
    match words.as_slice() {
        ["cargo", "run", rest @ ..] => run(tree, rest),
        ["cargo", "bench", rest @ ..] => bench(tree, rest),
        ["cargo", "test", rest @ ..] => test(tree, rest),
        [FIGURES, name] => figures(tree, name),
        _ => Err("this kind of command is not known".to_owned()),
    }
}

/// Returns the word behind the option `name`.
fn behind<'a>(words: &[&'a str], name: &str) -> Option<&'a str> {
    let place = words.iter().position(|word| *word == name)?;
    words.get(place + 1).copied()
}

/// Returns an error unless `is_there`.
fn ensure(is_there: bool, what: String) -> Checked {
    is_there.then_some(()).ok_or(what)
}

/// `cargo run --release --bin spinner_async -- --step frozen`, or
/// `cargo run --release -- spinner --step frozen`.
fn run(tree: &Tree, words: &[&str]) -> Checked {
    let end = words.iter().position(|word| *word == "--");
    let (cargo, ours) = words.split_at(end.unwrap_or(words.len()));
    let ours = ours.get(1..).unwrap_or_default();
    let home = match behind(cargo, "--bin") {
        Some(binary) => home(tree, binary)
            .ok_or_else(|| format!("there is no {binary}"))?,
        // Compare takes a lesson, or only options.
        None => match ours.first() {
            Some(lesson) if !lesson.starts_with('-') => {
                let is_there = tree.lessons().contains(lesson);
                let what = format!("there is no lesson {lesson}");
                ensure(is_there, what)?;
                (*lesson).to_owned()
            }
            _ => "compare".to_owned(),
        },
    };
    let Some(step) = behind(ours, "--step") else {
        return Ok(());
    };
    let here = format!("crates/{home}/src/");
    let mut files = tree.files(&here, ".rs");
    let is_there = files.any(|(_, text)| has_step(text, step));
    ensure(is_there, format!("{home} has no step {step}"))
}

/// Returns the crate that the binary called `name` is in.
fn home(tree: &Tree, name: &str) -> Option<String> {
    let homes = tree.crates();
    let mut homes = homes.into_iter().filter(|home| {
        let folder = format!("crates/{home}/src/bin/{name}");
        tree.text(&format!("{folder}.rs")).is_some()
            || tree.text(&format!("{folder}/main.rs")).is_some()
    });
    homes.next().map(str::to_owned)
}

/// Tells whether `source` lists the step `name`: as
/// `Step { name: "…"` or as `step("…"`.
fn has_step(source: &str, name: &str) -> bool {
    let source: String = source.split_whitespace().collect();
    source.contains(&format!("Step{{name:\"{name}\""))
        || source.contains(&format!("step(\"{name}\""))
}

/// `cargo bench -p benches --bench download`.
fn bench(tree: &Tree, words: &[&str]) -> Checked {
    let name = behind(words, "--bench").ok_or("names no bench")?;
    let manifest = tree.text("benches/Cargo.toml");
    let manifest: String = manifest.unwrap_or_default().to_owned();
    let manifest: String = manifest.split_whitespace().collect();
    let wanted = format!("[[bench]]name=\"{name}\"");
    let what = format!("there is no bench {name}");
    ensure(manifest.contains(&wanted), what)
}

/// `cargo test -p spinner --test spinner a_blocking_call`.
fn test(tree: &Tree, words: &[&str]) -> Checked {
    let home = behind(words, "-p").ok_or("names no package")?;
    let is_there = tree.crates().contains(home);
    ensure(is_there, format!("there is no package {home}"))?;
    let mut here = format!("crates/{home}/");
    if let Some(file) = behind(words, "--test") {
        here = format!("{here}tests/{file}");
        let is_there = tree.files(&here, ".rs").next().is_some();
        ensure(is_there, format!("{home} has no tests {file}"))?;
    }
    let name = words.last().copied().unwrap_or_default();
    let is_there = |text: &str| {
        text.split("fn ").skip(1).any(|item| {
            let end = item.find('(').unwrap_or(0);
            item[..end].contains(name)
        })
    };
    let mut files = tree.files(&here, ".rs");
    let is_there = files.any(|(_, text)| is_there(text));
    ensure(is_there, format!("{home} has no test {name}"))
}

/// `benches/figures.sh build`.
fn figures(tree: &Tree, name: &str) -> Checked {
    let script = tree.text(FIGURES).unwrap_or_default();
    let case = format!("{name})");
    let mut lines = script.lines().map(str::trim_start);
    let is_there = lines.any(|line| line.starts_with(&case));
    ensure(is_there, format!("{FIGURES} has no {name}"))
}
