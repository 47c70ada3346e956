//! `compare --claims`: the ledger, for people and for programs.

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::stand_in::compare;

fn claims(arguments: &[&str]) -> String {
    let mut command = compare();
    let run = command.arg("--claims").args(arguments).assert();
    let output = run.code(0).get_output().clone();
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Returns the claims as JSON has them.
fn rows() -> Vec<Value> {
    let report = claims(&["--json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    report["claim"].as_array().unwrap().clone()
}

#[test]
fn claims_are_printed_in_80_columns_in_both_languages() {
    for language in ["en", "zh"] {
        let text = claims(&[language]);
        for line in text.lines() {
            assert!(line.width() <= 80, "{line}");
        }
    }
}

#[test]
fn each_claim_stands_under_its_verdict_with_its_commands() {
    let text = claims(&[]);
    let plain = |text: &str| {
        let text = text.replace(" \\\n", " ");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let text = plain(&text);
    let rows = rows();
    assert!(!rows.is_empty());
    for row in rows {
        let part = |name: &str| row[name].as_str().unwrap();
        let claim = format!(
            "{} {} {} {}",
            part("verdict"),
            part("en"),
            part("shown_en"),
            row["commands"][0].as_str().unwrap(),
        );
        assert!(text.contains(&plain(&claim)), "{claim}");
    }
}

#[test]
fn verdicts_are_counted_at_the_end() {
    let rows = rows();
    let count = |verdict: &str| {
        rows.iter().filter(|row| row["verdict"] == verdict).count()
    };
    let wanted = format!(
        "Of {} claims {} are true, {} half true, and {} false.",
        rows.len(),
        count("true"),
        count("half true"),
        count("false"),
    );
    assert_eq!(claims(&["en"]).lines().last(), Some(&*wanted));
}

#[test]
fn chinese_claims_are_chinese() {
    let text = claims(&["zh"]);
    assert!(text.contains("协程不需要锁。"), "{text}");
    assert!(text.contains("半对半错"), "{text}");
    assert!(!text.contains("half true"), "{text}");
}

#[test]
fn claims_are_told_alone_and_in_a_known_language() {
    for wrong in [
        &["--claims", "fr"][..],
        &["--claims", "en", "spinner"],
        &["--claims", "--rounds", "5"],
        &["--claims", "--raw"],
    ] {
        let run = compare().args(wrong).assert().code(2);
        assert!(run.get_output().stdout.is_empty(), "{wrong:?}");
    }
}
