//! What is asked for, and what cannot be.

use std::{error::Error, ffi::OsString, fmt};

use crate::{
    args::Args,
    list::{self, Lesson},
    words::listed,
};

/// As many rounds, unless others are asked for: the fewest with
/// which chance seldom decides.
const ROUNDS: u32 = 3;

/// What both halves are asked to do.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The lesson's name.
    pub lesson: String,
    /// The programs that are its halves, threads first.
    pub halves: [String; 2],
    /// The step, unless it is the first one.
    pub step: Option<String>,
    /// Further options of the halves.
    pub options: Vec<OsString>,
    /// How many times each half runs.
    pub rounds: u32,
    /// Whether the halves contain the server that they ask.
    pub server_inside: bool,
    /// Whether the halves have different HTTP clients.
    pub clients: bool,
}

/// Why something cannot be compared: wrong usage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Refusal {}

impl Wanted {
    /// Returns what `args` ask of the lesson called `name`.
    ///
    /// # Errors
    ///
    /// A [`Refusal`] if there is no such lesson, or it has no
    /// pair; others if cargo cannot be asked.
    pub fn of(args: &Args, name: &str) -> anyhow::Result<Self> {
        let lessons = list::lessons()?;
        Ok(Self::among(&lessons, args, name)?)
    }

    fn among(
        lessons: &[Lesson],
        args: &Args,
        name: &str,
    ) -> Result<Self, Refusal> {
        let lesson = lessons
            .iter()
            .find(|lesson| lesson.name() == name)
            .ok_or_else(|| unknown(lessons, name))?;
        let halves = lesson
            .pair()
            .ok_or_else(|| without_pair(lesson))?
            .map(str::to_owned);
        let given = |names: &[&str]| {
            args.options.iter().any(|option| {
                let option = option.to_string_lossy();
                let name = option.split('=').next();
                names.contains(&name.unwrap_or_default())
            })
        };
        let elsewhere = given(&["--server", "-s"]);
        // By convention the step `raw` is one on bare streams.
        let raw = args.step.as_deref() == Some("raw");
        Ok(Self {
            lesson: name.to_owned(),
            halves,
            step: args.step.clone(),
            options: args.options.clone(),
            rounds: args.rounds.unwrap_or(ROUNDS),
            server_inside: lesson.uses("flag-server") && !elsewhere,
            clients: lesson.uses("clients") && !raw,
        })
    }

    /// Returns the names of the programs.
    pub fn programs(&self) -> [&str; 2] {
        self.halves.each_ref().map(String::as_str)
    }

    /// Returns what each half is given.
    pub fn arguments(&self) -> Vec<OsString> {
        let step = self.step.iter().flat_map(|step| {
            [OsString::from("--step"), step.into()]
        });
        step.chain(self.options.iter().cloned()).collect()
    }
}

fn unknown(lessons: &[Lesson], name: &str) -> Refusal {
    let pairs = lessons.iter().filter(|it| it.pair().is_some());
    let names: Vec<&str> = pairs.map(Lesson::name).collect();
    Refusal(format!(
        "there is no lesson '{name}'; there are {}",
        listed(&names, "and"),
    ))
}

fn without_pair(lesson: &Lesson) -> Refusal {
    let name = lesson.name();
    let commands: Vec<String> = lesson
        .programs()
        .iter()
        .map(|it| format!("cargo run --release --bin {it}"))
        .collect();
    let hint = match commands.as_slice() {
        [] => String::new(),
        commands => format!("; run it: {}", commands.join(", ")),
    };
    Refusal(format!(
        "the lesson '{name}' has no two halves to compare{hint}"
    ))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    fn wanted(
        lesson: Lesson,
        command: &[&str],
    ) -> Result<Wanted, Refusal> {
        let args = Args::try_parse_from(command).unwrap();
        let name = args.lesson.clone().unwrap();
        Wanted::among(&[lesson], &args, &name)
    }

    fn spinner() -> Lesson {
        let programs = ["spinner_thread", "spinner_async"];
        Lesson::stand_in("spinner", &programs, &[])
    }

    #[test]
    fn step_and_options_are_for_both_halves() {
        let command =
            ["compare", "spinner", "--step", "told", "--", "-x"];
        let wanted = wanted(spinner(), &command).unwrap();
        assert_eq!(wanted.arguments(), ["--step", "told", "-x"]);
        assert_eq!(
            wanted.programs(),
            ["spinner_thread", "spinner_async"]
        );
    }

    #[test]
    fn a_lesson_without_a_pair_says_how_to_run_it() {
        let lesson = Lesson::stand_in("latency", &["latency"], &[]);
        let refusal = wanted(lesson, &["compare", "latency"]);
        assert_eq!(
            refusal.unwrap_err().to_string(),
            "the lesson 'latency' has no two halves to compare; \
             run it: cargo run --release --bin latency"
        );
    }

    #[test]
    fn a_server_is_inside_unless_another_one_is_named() {
        let wanted = |command: &[&str]| {
            let programs = ["flags_thread", "flags_async"];
            let uses = ["flag-server"];
            let lesson =
                Lesson::stand_in("flags", &programs, &uses);
            wanted(lesson, command).unwrap().server_inside
        };
        let url = "--server=http://127.0.0.1:8001/flags";
        assert!(wanted(&["compare", "flags"]));
        assert!(!wanted(&["compare", "flags", "--", url]));
    }
}
