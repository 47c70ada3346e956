//! The steps `bare` and `connected`: how it grows with the number.

use lesson::{limits, say};

use crate::{
    Costs, Figure, Kind, Point, Row, Spread,
    amount::{spread, thousands},
    per_unit,
    plan::Plan,
    rounds::{counts, measure},
};

use super::verdict;

/// One round is no measurement, and two do not tell which of them
/// is the odd one.
const FEW_ROUNDS: usize = 3;

/// Of so few units none can be told from the noise.
const FEW_UNITS: usize = 100;

/// Measures, prints both tables, and returns what was seen.
///
/// # Errors
///
/// If a process does not start, or fails.
pub(super) fn show(plan: &Plan) -> anyhow::Result<String> {
    let own = counts(plan.units).into_iter();
    let own = own.map(|units| plan.point(plan.kind, units));
    // Of the others, enough to tell what one more costs.
    let others = [plan.others / 10, plan.others].into_iter();
    let kind = plan.kind.other();
    let others = others.map(|units| plan.point(kind, units));
    let rows = measure(own.chain(others), plan.rounds)?;
    totals(&rows, plan.rounds);
    each(&rows);
    if plan.rounds < FEW_ROUNDS || plan.units < FEW_UNITS {
        return Ok(format!(
            "That is too little to say more: it takes --rounds \
             {FEW_ROUNDS} and --max {FEW_UNITS}."
        ));
    }
    let [.., smaller, larger, other, others] = &rows[..] else {
        unreachable!("two points of each");
    };
    let costs = Costs::between(smaller, larger);
    let of_others = Costs::between(other, others);
    let (thread, task) = match plan.kind {
        Kind::Thread => (&costs, &of_others),
        Kind::Task => (&of_others, &costs),
    };
    let limit = limits::threads().first().copied();
    Ok(verdict(thread, task, limit))
}

/// Prints the medians of whole processes.
fn totals(rows: &[Row], rounds: usize) {
    say!();
    head(&format!("median of {rounds}"));
    for row in rows {
        line(&label(row), |figure| {
            let values =
                row.readings.iter().map(|it| figure.of(it));
            let values = values.collect::<Option<_>>();
            let spread = values.and_then(Spread::of)?;
            Some(figure.amount(spread.median()).to_string())
        });
    }
}

/// Prints what one unit more costs, with its spread.
fn each(rows: &[Row]) {
    say!();
    say!(
        "One more costs, from the row before (±: how far a round \
         is off):"
    );
    for rows in rows.windows(2) {
        let [smaller, larger] = rows else { continue };
        if smaller.point.kind == larger.point.kind {
            line(&label(larger), |figure| {
                let (one, other) =
                    (&smaller.readings, &larger.readings);
                let more =
                    per_unit(one, other, |it| figure.of(it))?;
                Some(spread(&more, |it| figure.amount(it)))
            });
        }
    }
}

fn label(row: &Row) -> String {
    let Point { units, kind, .. } = row.point;
    let s = if units == 1 { "" } else { "s" };
    format!("{} {kind}{s}", thousands(units as u64))
}

fn head(what: &str) {
    let columns =
        ["resident", "virtual", "in kernel", "create", "wake all"];
    let columns = columns.map(|name| format!(" {name:>12}"));
    say!("{what:14}{}", columns.concat());
}

fn line(label: &str, cell: impl Fn(Figure) -> Option<String>) {
    let cells = Figure::ALL.map(|figure| {
        let cell = cell(figure).unwrap_or("n/a".to_owned());
        format!(" {cell:>12}")
    });
    say!("{label:14}{}", cells.concat());
}
