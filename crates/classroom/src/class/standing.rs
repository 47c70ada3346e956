//! What comes of it, exercise by exercise.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    time::Duration,
};

use anyhow::Result;
use course::Original;
use rayon::prelude::*;

use super::{
    build::{self, Built, Program},
    students::Student,
    trial::{self, Verdict},
};
use crate::work::Work;

/// How somebody stands with one exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nothing was changed.
    AsSet,
    /// The file is not there.
    Missing,
    /// Why the file cannot be read.
    Unreadable(String),
    /// What our tests say, and whether theirs are the same.
    Judged {
        /// What they say.
        verdict: Verdict,
        /// Whether the tests were changed.
        edited: bool,
    },
}

impl Standing {
    pub(crate) fn is_solved(&self) -> bool {
        matches!(
            self,
            Self::Judged { verdict: Verdict::Passes, .. }
        )
    }

    pub(crate) fn is_edited(&self) -> bool {
        matches!(self, Self::Judged { edited: true, .. })
    }

    /// Says it in two or three words.
    pub(crate) fn words(&self) -> &'static str {
        match self {
            Self::AsSet => "as set",
            Self::Missing => "file missing",
            Self::Unreadable(_) => "unreadable",
            Self::Judged { verdict, .. } => match verdict {
                Verdict::Passes => "solved",
                Verdict::Fails(_) => "test fails",
                Verdict::TimeOut => "time out",
                Verdict::EndsEarly => "ends early",
                Verdict::DoesNotCompile(_) => "does not compile",
                Verdict::NotBuilt => "not built",
            },
        }
    }

    /// Says what is to be known besides.
    pub(crate) fn detail(&self) -> Option<String> {
        match self {
            Self::Unreadable(why) => Some(why.clone()),
            Self::Judged { verdict, .. } => match verdict {
                Verdict::Fails(tests) if !tests.is_empty() => {
                    Some(tests.join(", "))
                }
                Verdict::DoesNotCompile(error) => {
                    Some(error.clone())
                }
                _ => None,
            },
            _ => None,
        }
    }
}

/// A line of the table.
#[derive(Clone, Debug)]
pub(crate) struct Row<'a> {
    /// Who it is.
    pub(crate) name: &'a str,
    /// Why nothing is known.
    pub(crate) problem: Option<&'a str>,
    /// How they stand with each exercise.
    pub(crate) standings: Vec<Standing>,
    /// The place of the exercise at hand; none if all are solved.
    pub(crate) current: Option<usize>,
    /// What rustlings takes for solved and we do not, by places.
    pub(crate) claimed: Vec<usize>,
    /// What is solved and rustlings does not know, by places.
    pub(crate) unclaimed: Vec<usize>,
}

/// What the tests say of all programs.
#[derive(Debug)]
pub(crate) struct Standings {
    verdicts: BTreeMap<String, Verdict>,
}

impl Standings {
    /// Builds and runs what `students` have changed.
    ///
    /// # Errors
    ///
    /// If cargo cannot build any of it, or nothing can be started.
    pub(crate) fn judge(
        root: &Path,
        originals: &[Original],
        students: &[Student],
        limit: Duration,
    ) -> Result<Self> {
        let mut programs = BTreeSet::new();
        let mut expected = BTreeMap::new();
        let works = students.iter().flat_map(|it| &it.works);
        for (work, original) in
            works.flat_map(|works| works.iter().zip(originals))
        {
            if let Work::Changed(text) = work {
                let program = program(original, text);
                let tests = tests(original);
                expected.insert(program.name.clone(), tests);
                programs.insert(program);
            }
        }
        tell(programs.len());
        let mut built = build::all(root, &programs)?;
        let trials = expected.into_iter().map(|(name, tests)| {
            let built = built.remove(&name);
            (name, built, tests)
        });
        let trials = trials.collect::<Vec<_>>();
        Ok(Self { verdicts: run_all(&trials, limit)? })
    }

    /// Returns a row for each student.
    pub(crate) fn rows<'a>(
        &self,
        students: &'a [Student],
        originals: &[Original],
    ) -> Vec<Row<'a>> {
        let students = students.iter();
        students.map(|it| self.row(it, originals)).collect()
    }

    fn row<'a>(
        &self,
        student: &'a Student,
        originals: &[Original],
    ) -> Row<'a> {
        let (works, problem) = match &student.works {
            Ok(works) => (works.as_slice(), None),
            Err(problem) => (&[][..], Some(problem.as_str())),
        };
        let pairs = works.iter().zip(originals);
        let standings: Vec<Standing> = pairs
            .map(|(work, original)| self.standing(original, work))
            .collect();
        let state = &student.state;
        let mut claimed = Vec::new();
        let mut unclaimed = Vec::new();
        for (place, (standing, original)) in
            standings.iter().zip(originals).enumerate()
        {
            let is_claimed = state.done.contains(&original.name);
            match (is_claimed, standing.is_solved()) {
                (true, false) => claimed.push(place),
                (false, true) => unclaimed.push(place),
                _ => {}
            }
        }
        let at_hand = originals.iter().position(|original| {
            state.current.as_ref() == Some(&original.name)
        });
        let current = unsolved_from(&standings, at_hand);
        Row {
            name: &student.name,
            problem,
            standings,
            current,
            claimed,
            unclaimed,
        }
    }

    fn standing(
        &self,
        original: &Original,
        work: &Work,
    ) -> Standing {
        let text = match work {
            Work::AsSet => return Standing::AsSet,
            Work::Missing => return Standing::Missing,
            Work::Unreadable(why) => {
                return Standing::Unreadable(why.clone());
            }
            Work::Changed(text) => text,
        };
        let name = program(original, text).name;
        let verdict = self.verdicts.get(&name);
        Standing::Judged {
            verdict: verdict.cloned().unwrap_or(Verdict::NotBuilt),
            edited: !original.has_tests_of(text),
        }
    }
}

/// Returns the first exercise that is unsolved, from that at hand
/// on, and then from the first on.
fn unsolved_from(
    standings: &[Standing],
    at_hand: Option<usize>,
) -> Option<usize> {
    let start = at_hand.unwrap_or_default();
    let places = (start..standings.len()).chain(0..start);
    places.into_iter().find(|&place| {
        standings.get(place).is_some_and(|it| !it.is_solved())
    })
}

fn program(original: &Original, text: &str) -> Program {
    let text = original.with_program_of(text);
    Program::new(&original.name, text)
}

/// Counts the tests of an exercise.
fn tests(original: &Original) -> usize {
    let lines = original.text.lines();
    lines.filter(|line| line.trim() == "#[test]").count()
}

fn tell(programs: usize) {
    if programs > 0 {
        eprintln!(
            "Building {} (the first time, their libraries too) …",
            super::summary::count(programs, "program")
        );
    }
}

/// Runs all programs, as many at once as there are cores, so that
/// one which hangs does not keep the others waiting.
fn run_all(
    trials: &[(String, Option<Built>, usize)],
    limit: Duration,
) -> Result<BTreeMap<String, Verdict>> {
    let run =
        |(name, built, tests): &(String, Option<Built>, usize)| {
            let verdict = match built {
                Some(Built::Tests(path)) => {
                    trial::run(path, *tests, limit)?
                }
                Some(Built::Errors(first)) => {
                    Verdict::DoesNotCompile(first.clone())
                }
                None => Verdict::NotBuilt,
            };
            Ok((name.clone(), verdict))
        };
    trials.par_iter().map(run).collect()
}
