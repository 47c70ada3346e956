//! Wall times of the three, side by side.

use std::{fmt::Display, time::Duration};

use flags::{Program, Setup};
use lesson::{output, say};

use crate::{
    Hold, Plan,
    show::{self, Many},
    table::{self, Cell},
    trial::Trial,
    words,
};

/// The work of the second case, on a server without delay.
const LEAST_WORK: Duration = Duration::from_millis(10);

/// Under what conditions the three are compared.
#[derive(Clone, Copy, Debug)]
enum Case {
    /// There are fewer permits than requests.
    Scarce,
    /// The same, and there is work between the requests.
    Working,
    /// There is a permit for each request.
    Free,
}

/// Runs the three under three conditions, and says what was seen.
pub(crate) fn show(
    program: &Program,
    setup: &Setup,
    many: &Many<'_>,
) -> anyhow::Result<()> {
    let rounds = setup.args.values().count("rounds");
    let count = setup.args.codes().len();
    say!(
        "{} of 2 requests, {}",
        words::counted(count, "download"),
        words::who(program)
    );
    say!(
        "{}, in turn, nothing is saved; ranges less than 5 % apart \
         tell nothing",
        words::counted(rounds, "round")
    );
    row(
        "ms, least to most",
        Hold::ALL.map(|hold| Some(hold.name())),
    );
    let mut sentences = Vec::new();
    for case in [Case::Scarce, Case::Working, Case::Free] {
        let plan = case.plan(program, setup)?;
        let cells = measure(setup, plan, rounds, many)?;
        say!("{}", case.heading(plan));
        row("all flags", cells.map(|cell| Some(cell.wall)));
        row("first flag", cells.map(|cell| Some(cell.first)));
        row("longest hold", cells.map(|cell| cell.hold));
        row("permits in use, %", cells.map(|cell| cell.used));
        sentences.push(case.sentence(plan, cells));
    }
    if rounds == 1 {
        say!("One round: these figures support no sentence.");
    } else {
        say!("{}", sentences.join("\n"));
    }
    output::say_debug_notice();
    Ok(())
}

/// Runs the three in turn, in each round another one first.
fn measure(
    setup: &Setup,
    plan: Plan,
    rounds: usize,
    many: &Many<'_>,
) -> anyhow::Result<[Cell; 3]> {
    let mut trials = [const { Vec::new() }; 3];
    for round in 0..rounds {
        for turn in 0..3 {
            let which = (round + turn) % 3;
            let plan = Plan { hold: Hold::ALL[which], ..plan };
            let trial = Trial::run(setup, plan, many)?;
            trials[which].push(trial);
        }
    }
    Ok([0, 1, 2].map(|which| {
        let plan = Plan { hold: Hold::ALL[which], ..plan };
        Cell::new(plan, &trials[which])
    }))
}

fn row(name: &str, cells: [Option<impl Display>; 3]) {
    let cells = cells.map(|cell| {
        let text = cell.map_or("n/a".into(), |it| it.to_string());
        format!("{text:>16}")
    });
    say!("  {name:<18}{}", cells.concat());
}

impl Case {
    fn plan(
        self,
        program: &Program,
        setup: &Setup,
    ) -> anyhow::Result<Plan> {
        let plan = show::plan(program, setup, Hold::Both)?;
        let delay = setup.args.delay().map(|delay| delay.max);
        let work = plan.work.or(delay).unwrap_or(LEAST_WORK);
        let work = Some(work.max(LEAST_WORK));
        let rest = Plan { work: None, ..plan };
        Ok(match self {
            Self::Scarce => rest,
            Self::Working => Plan { work, ..plan },
            Self::Free => {
                let permits = 2 * plan.units;
                setup.allow(permits)?;
                Plan { permits, ..rest }
            }
        })
    }

    fn heading(self, plan: Plan) -> String {
        let Plan { permits, work, .. } = plan;
        let permits = words::counted(permits, "permit");
        match self {
            Self::Scarce => permits,
            Self::Working => {
                let work = work.unwrap_or_default().as_millis();
                format!(
                    "{permits}, and {work} ms of work on each flag"
                )
            }
            Self::Free => {
                format!("{permits}, one for each request")
            }
        }
    }

    /// Says what the figures of `plan` support.
    fn sentence(self, plan: Plan, cells: [Cell; 3]) -> String {
        let [held, each, both] = cells;
        let permits = words::counted(plan.permits, "permit");
        let wall = |these: [(&str, Cell); 2]| {
            let these = these.map(|(name, cell)| (name, cell.wall));
            let words = ["took less time than", "took longer than"];
            table::sentence(these, words)
        };
        let (each, held) = (("each", each), ("held", held));
        match self {
            Self::Scarce => {
                let these = [each, held]
                    .map(|(name, cell)| (name, cell.first));
                let words = ["came before", "came after"];
                let first = table::sentence(these, words);
                format!(
                    "First flag, {permits}: {first}\n\
                     All flags, {permits}: {}",
                    wall([each, held])
                )
            }
            Self::Working => format!(
                "All flags, {permits}, with work: {}",
                wall([each, held])
            ),
            Self::Free => format!(
                "All flags, {permits}: {}",
                wall([("both", both), each])
            ),
        }
    }
}
