//! The models of all crates that have any.

mod support;

use support::{House, text};

const CRATE: &str = "\
[package]
name = \"NAME\"
edition = \"2024\"
[features]
loom = []
[[test]]
name = \"loom\"
required-features = [\"loom\"]
";

/// A workspace of crates without libraries.
fn house() -> House {
    let house = House::empty();
    let workspace =
        "[workspace]\nmembers = [\"crates/*\"]\nresolver = \"3\"\n";
    house.write("Cargo.toml", workspace);
    let plain = "[package]\nname = \"plain\"\n";
    house.write("crates/plain/Cargo.toml", plain);
    house.write("crates/plain/src/lib.rs", "");
    house
}

fn with_model(house: &House, name: &str, model: &str) {
    let home = format!("crates/{name}");
    let manifest = CRATE.replace("NAME", name);
    house.write(&format!("{home}/Cargo.toml"), &manifest);
    house.write(&format!("{home}/src/lib.rs"), "");
    let test = format!("#[test]\nfn model() {{ {model} }}\n");
    house.write(&format!("{home}/tests/loom.rs"), &test);
}

#[test]
fn without_models_there_is_nothing_to_check() {
    let told = house().says("loom");
    let nothing =
        "No crate has a feature `loom`: nothing to check.\n";
    assert_eq!(told, nothing);
}

#[test]
fn models_that_hold_are_named() {
    let house = house();
    with_model(
        &house,
        "semaphore",
        "assert!(cfg!(feature = \"loom\"))",
    );
    with_model(&house, "accounts", "");
    let told = house.says("loom");
    let last = "The models hold: accounts, semaphore.";
    assert_eq!(told.lines().last(), Some(last));
    let ran = told.matches("test model ... ok").count();
    assert_eq!(ran, 2, "{told}");
}

#[test]
fn a_model_that_fails_is_named_and_the_others_still_run() {
    let house = house();
    with_model(&house, "accounts", "panic!()");
    with_model(&house, "semaphore", "");
    let output = house.run("loom");
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stdout);
    let last = "A model fails, or does not run: accounts.";
    assert_eq!(told.lines().last(), Some(last));
    assert!(told.contains("test model ... ok"), "{told}");
}
