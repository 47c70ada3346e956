//! The house rules hold in this workspace.
//!
//! Without the usual harness: what is excepted shows at each run.

use std::{error::Error, path::Path, process::ExitCode};

use tidy::{CHECKS, EXCEPTIONS, Exception};

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let findings = tidy::findings(&root, EXCEPTIONS)?;
    println!();
    for Exception { place, rule, reason } in EXCEPTIONS {
        println!("{place}: excepted from [{rule}]: {reason}");
    }
    for finding in &findings {
        println!("{finding}");
    }
    println!(
        "tidy: {} rules, {} exceptions, {} findings\n",
        CHECKS.len(),
        EXCEPTIONS.len(),
        findings.len()
    );
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}
