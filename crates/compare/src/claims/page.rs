//! What a person reads: each claim under its verdict.

use std::io::{self, Write};

use console::{Style, style};

use ledger::{Claim, Ledger, Verdict};

use super::{Language, wrap::wrap};

const WIDTH: usize = 80;

/// Where the text begins, behind the verdict.
const INDENT: usize = 11;

pub(super) fn write(
    ledger: &Ledger,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (title, taken) = match language {
        Language::En => (
            "What people say about threads and tasks, and what \
             shows whether it is so",
            &ledger.taken_en,
        ),
        Language::Zh => (
            "关于线程与任务的常见说法，以及如何验证",
            &ledger.taken_zh,
        ),
    };
    writeln!(out, "{}", style(title).bold())?;
    for line in wrap(taken, WIDTH) {
        writeln!(out, "{line}")?;
    }
    for claim in &ledger.claims {
        writeln!(out)?;
        write_claim(claim, language, out)?;
    }
    writeln!(out)?;
    writeln!(out, "{}", summary(&ledger.claims, language))
}

fn write_claim(
    claim: &Claim,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (text, shown) = match language {
        Language::En => (&claim.en, &claim.shown_en),
        Language::Zh => (&claim.zh, &claim.shown_zh),
    };
    let (mark, columns, color) = mark(claim.verdict, language);
    let gap = " ".repeat(INDENT - columns);
    let indent = " ".repeat(INDENT);
    let mut before = format!("{}{gap}", color.apply_to(mark));
    for line in wrap(text, WIDTH - INDENT) {
        writeln!(out, "{before}{}", style(line).bold())?;
        before.clone_from(&indent);
    }
    for line in wrap(shown, WIDTH - INDENT) {
        writeln!(out, "{indent}{line}")?;
    }
    for command in &claim.commands {
        for line in broken(command) {
            writeln!(out, "{indent}{}", style(line).cyan())?;
        }
    }
    Ok(())
}

/// Returns how a verdict is marked, and how many columns that
/// takes.
fn mark(
    verdict: Verdict,
    language: Language,
) -> (&'static str, usize, Style) {
    use {Language as In, Verdict as Is};
    let (mark, columns) = match (verdict, language) {
        (Is::True, In::En) => ("true", 4),
        (Is::HalfTrue, In::En) => ("half true", 9),
        (Is::False, In::En) => ("false", 5),
        (Is::True, In::Zh) => ("属实", 4),
        (Is::HalfTrue, In::Zh) => ("半对半错", 8),
        (Is::False, In::Zh) => ("不属实", 6),
    };
    let color = match verdict {
        Is::True => Style::new().green(),
        Is::HalfTrue => Style::new().yellow(),
        Is::False => Style::new().red(),
    };
    (mark, columns, color.bold())
}

/// Breaks a command into lines that a shell reads as one.
fn broken(command: &str) -> Vec<String> {
    // The mark at the end of a line takes two columns, and so
    // does the space in front of the next one.
    let lines = wrap(command, WIDTH - INDENT - 4);
    let last = lines.len() - 1;
    let lines = lines.into_iter().enumerate();
    lines
        .map(|(number, line)| {
            let indent = if number > 0 { "  " } else { "" };
            let end = if number < last { " \\" } else { "" };
            format!("{indent}{line}{end}")
        })
        .collect()
}

/// Counts the verdicts.
fn summary(claims: &[Claim], language: Language) -> String {
    let count = |verdict| {
        claims.iter().filter(|it| it.verdict == verdict).count()
    };
    let [so, half, not] =
        [Verdict::True, Verdict::HalfTrue, Verdict::False]
            .map(count);
    let all = claims.len();
    match language {
        Language::En => format!(
            "Of {all} claims {so} are true, {half} half true, and \
             {not} false."
        ),
        Language::Zh => format!(
            "共 {all} 条说法：{so} 条属实，{half} 条半对半错，\
             {not} 条不属实。"
        ),
    }
}
