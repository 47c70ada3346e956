//! Stands in for a bench of criterion's: two ids, and a line in a
//! log for each run.

use std::{env, fs, io::Write, path::PathBuf, process};

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let after = |option: &str| {
        let at = arguments.iter().position(|it| it == option)?;
        arguments.get(at + 1).cloned()
    };
    if arguments.iter().any(|it| it == "--list") {
        println!("stand-in/thread: benchmark");
        println!("stand-in/async: benchmark");
        return;
    }
    let id = after("--exact").expect("one id at a time");
    if env::var_os("STAND_IN_FAILS").is_some() {
        eprintln!("it does not work");
        process::exit(101);
    }
    let log = env::var_os("STAND_IN_LOG").expect("a log");
    let mut options = fs::OpenOptions::new();
    let mut log =
        options.append(true).create(true).open(log).unwrap();
    writeln!(log, "{id}").unwrap();
    let name = id.rsplit('/').next().unwrap();
    let home = env::var_os("CRITERION_HOME").map(PathBuf::from);
    let home = home.expect("a home").join("x/new");
    fs::create_dir_all(&home).unwrap();
    let median = if name == "thread" { 100 } else { 200 };
    let put = |name: &str, text: String| {
        // Braces, for what is JSON.
        let text = text.replace('(', "{").replace(')', "}");
        fs::write(home.join(name), text).unwrap();
    };
    let names = format!(
        r#"("group_id": "stand-in", "function_id": "{name}")"#
    );
    put("benchmark.json", names);
    let interval = format!(
        r#"("lower_bound": {median}, "upper_bound": {median})"#
    );
    let median = format!(
        r#"("median": ("point_estimate": {median},
            "confidence_interval": {interval}))"#
    );
    put("estimates.json", median);
}
