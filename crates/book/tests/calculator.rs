//! The calculator on its page: the formula, and the script that
//! computes by it.

use std::{
    io::Write,
    path::Path,
    process::{Command, Stdio},
};

use book::{formula, language::Language, material::Material, page};
use calculator::{
    client::{Client, Way},
    constants,
    model::{Case, predict},
    recorded::Recorded,
    times,
};
use serde_json::{Value, json};

const SCRIPT: &str = include_str!("../theme/calculator.js");

/// Returns the workspace as it is: its constants, its model.
fn material() -> Material {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Material::read(&root).expect("it can be read")
}

/// Returns a part of the calculator.
fn part(material: &Material, show: &str, of: Language) -> String {
    let fence = format!("```calculator\nshow = \"{show}\"\n```\n");
    let file = "docs/en/calculator.md";
    page::fill(&fence, file, of, material).expect("it is right")
}

/// Returns what the page gives to its script.
fn model(html: &str) -> Value {
    let start = "<script type=\"application/json\">";
    let (_, data) = html.split_once(start).expect("it has data");
    let (data, _) = data.split_once("</script>").expect("all");
    serde_json::from_str(data).expect("JSON")
}

/// Cases of all sizes, the same ones each time.
fn cases() -> Vec<Case> {
    let mut seed = 1_u32;
    let mut next = |low: f64, high: f64| {
        seed = seed.wrapping_mul(1_664_525);
        seed = seed.wrapping_add(1_013_904_223);
        let part = f64::from(seed) / f64::from(u32::MAX);
        low * (high / low).powf(part)
    };
    let case = |_| Case {
        requests: next(1.0, 1e5).round(),
        concurrency: next(1.0, 1e4).round(),
        delay: next(1e-6, 10.0) - 1e-6,
        work: next(1e-7, 0.1),
        cores: next(1.0, 64.0).round(),
        held: next(1.0, 1e6) - 1.0,
    };
    (0..200).map(case).collect()
}

/// Runs `code` behind the page's script, with `input` as a value;
/// nothing if there is no node.
fn node(code: &str, input: &Value) -> Option<Value> {
    let program = format!(
        "globalThis.document = {{ querySelectorAll: () => [] }};\n\
         {SCRIPT}\nconst input = {input};\n\
         const output = (() => {{ {code} }})();\n\
         process.stdout.write(JSON.stringify(output));\n"
    );
    let node = Command::new("node")
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut node) = node else {
        // Past what the tests catch, so that it is seen.
        let skipped = "skipped: there is no node on this machine";
        let _ = writeln!(std::io::stderr(), "{skipped}");
        return None;
    };
    let mut stdin = node.stdin.take().expect("it is piped");
    stdin.write_all(program.as_bytes()).expect("it reads");
    drop(stdin);
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success(), "node failed, see above");
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[test]
fn the_script_computes_what_the_program_predicts() {
    let material = material();
    let model = model(&part(&material, "form", Language::English));
    let figures =
        material.figures.as_ref().expect("they are there");
    let file = material.root.join(constants::FILE);
    let text = std::fs::read_to_string(file).expect("it is there");
    let measured =
        Recorded::<constants::Row>::parse(&text).expect("right");
    let inputs = cases().iter().map(input).collect::<Vec<_>>();
    let input = json!({ "model": model, "cases": inputs });
    let code = "const { model, cases } = input; const of = it => \
                cases.map(one => calculator.compute(model.lines, \
                { ...it, ...one })); return { raw: \
                of(model.constants.raw), library: \
                of(model.constants.library) };";
    let Some(output) = node(code, &input) else { return };
    for client in Client::ALL {
        let times = times::times(figures, client).expect("all");
        let uses = measured.uses(client).expect("all");
        let of_client = &output[client.name()];
        for (number, case) in cases().iter().enumerate() {
            let costs = predict(case, &times, &uses);
            let values = &of_client[number];
            let ways = [
                ("sequential", Way::Sequential),
                ("thread", Way::Thread),
                ("task", Way::Task),
            ];
            for (word, way) in ways {
                let cost = costs.of(way);
                let figures = [
                    ("wall", cost.wall),
                    ("cpu", cost.cpu),
                    ("memory", cost.memory),
                ];
                for (figure, expected) in figures {
                    let value = &values[format!("{word}_{figure}")];
                    let value = value.as_f64().expect("a number");
                    let off = (value / expected - 1.0).abs();
                    assert!(
                        off < 1e-12,
                        "{client} {word} {figure} of {case:?}: \
                         {value} and {expected}"
                    );
                }
            }
        }
    }
}

fn input(case: &Case) -> Value {
    let Case { requests, concurrency, delay, .. } = case;
    let Case { work, cores, held, .. } = case;
    json!({
        "requests": requests, "concurrency": concurrency,
        "delay": delay, "work": work, "cores": cores, "held": held,
    })
}

#[test]
fn the_script_takes_the_times_that_the_program_takes() {
    let material = material();
    let model = model(&part(&material, "form", Language::English));
    let file = material.root.join("docs/bench/reference.json");
    let text = std::fs::read_to_string(file).expect("it is there");
    let file: Value = serde_json::from_str(&text).expect("JSON");
    let input = json!({ "model": model, "file": file });
    let code = "return calculator.taken(input.model, input.file);";
    let Some(output) = node(code, &input) else { return };
    let figures =
        material.figures.as_ref().expect("they are there");
    for client in Client::ALL {
        let named = times::spreads(figures, client).expect("all");
        assert_eq!(named.len(), 5);
        for (name, spread) in named {
            let value = output[client.name()][&name].as_f64();
            let value = value.expect("a number");
            let off = (value / spread.median - 1.0).abs();
            assert!(off < 1e-12, "{name} is {value}");
        }
    }
}

#[test]
fn the_script_takes_constants_of_another_machine() {
    let material = material();
    let model = model(&part(&material, "form", Language::English));
    let row = json!({
        "client": "raw", "name": "memory_thread", "median": 1.5,
        "low": 1.5, "high": 1.5, "runs": 5,
    });
    let other =
        json!({ "client": "raw", "name": "alert", "median": 2 });
    let file = json!({ "rows": [row, other] });
    let input = json!({ "model": model, "file": file });
    let code = "return calculator.taken(input.model, input.file);";
    let Some(output) = node(code, &input) else { return };
    let expected =
        json!({ "raw": { "memory_thread": 1.5 }, "library": {} });
    assert_eq!(output, expected);
    let refused = "const { model } = input; \
                   try { calculator.taken(model, { rows: [] }); } \
                   catch { return true; } return false;";
    assert_eq!(node(refused, &input), Some(json!(true)));
}

#[test]
fn the_script_writes_figures_as_the_book_does() {
    let times = [0.0, 1e-9, 9.994e-6, 9.996e-6, 0.2, 99.96, 9e3];
    let sizes = [0.0, 512.0, 9_728.0, 5e6, 3e9];
    let input = json!({ "times": times, "sizes": sizes });
    let code = "const { times, sizes } = input; \
                const { show } = calculator; return \
                [times.map(it => show('time', it)), \
                sizes.map(it => show('size', it))];";
    let Some(output) = node(code, &input) else { return };
    let times = times.map(|it| report::units::time(it * 1e9));
    let sizes = sizes.map(report::units::size);
    assert_eq!(output, json!([times, sizes]));
}

#[test]
fn without_a_script_the_page_has_cases_and_results() {
    let material = material();
    for (language, way) in
        [(Language::English, "Async"), (Language::Chinese, "异步")]
    {
        for show in ["form", "cases"] {
            let html = part(&material, show, language);
            assert!(html.contains(way), "{html}");
            assert!(html.contains("MiB"), "{html}");
            assert!(!html.contains("NaN"), "{html}");
        }
        let form = part(&material, "form", language);
        assert!(form.contains("class=\"inputs\" hidden"), "{form}");
    }
}

#[test]
fn the_page_shows_each_line_of_the_model_and_each_constant() {
    let material = material();
    let html = part(&material, "formula", Language::Chinese);
    let model = include_str!("../../calculator/src/model.rs");
    let lines = formula::lines(model, "predict").expect("right");
    assert!(lines.len() > 10);
    for (name, formula) in &lines {
        assert!(html.contains(&format!("<code>{name}</code>")));
        let formula = format!("<code>{formula}</code>");
        assert!(html.contains(&formula), "{formula}");
    }
    let html = part(&material, "constants", Language::English);
    assert_eq!(html.matches("<tr>").count(), 1 + 18, "{html}");
}

#[test]
fn the_page_states_the_error_and_its_command() {
    let html = part(&material(), "errors", Language::English);
    assert!(html.contains("half are off by at most"), "{html}");
    let command = "cargo run --release --bin calculator -- predict";
    assert!(html.contains(command), "{html}");
    assert_eq!(html.matches("class=\"group\"").count(), 6);
}

#[test]
fn a_formula_is_written_with_the_brackets_that_it_needs() {
    let source = "fn f() {
        let it = (a - (b - 1.0)) * c / (d * e).max(-0.0_f64.abs());
    }";
    let (line, what) = formula::lines(source, "f").unwrap_err();
    assert_eq!(line, 2, "{what}");
    let source = "fn f() {
        let it = (a - (b - 1.0)) * c / (d * e) + f.min(g).ceil();
        let other = a + (b + c) * it;
    }";
    let lines = formula::lines(source, "f").expect("formulas");
    let lines = lines
        .iter()
        .map(|(name, it)| format!("{name} = {it}"))
        .collect::<Vec<_>>();
    assert_eq!(
        lines,
        [
            "it = (a\u{a0}−\u{a0}(b\u{a0}−\u{a0}1)) · c / (d · e) \
             + ceil(min(f, g))",
            "other = a + (b + c) · it",
        ]
    );
}
