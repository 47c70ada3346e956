//! The step `stack`: what was used, and what is held.

use lesson::say;

use crate::{
    Figure, Kind, Load, Point, Row, Spread,
    amount::{Amount, spread, thousands},
    per_unit,
    plan::Plan,
    rounds::measure,
    stack::{ROOM, Room, r#async, thread},
};

/// The rows, and what their units have.
const ROWS: [(&str, Load); 3] = [
    ("without that room", Load::Bare),
    ("used before it waits", Load::Room(Room::Used)),
    ("held while it waits", Load::Room(Room::Held)),
];

/// What one unit more takes in memory, for each of [`ROWS`].
type Resident = [Option<Spread>; 3];

/// Measures, prints the table, and returns what was seen.
///
/// # Errors
///
/// If a process does not start, or fails.
pub(super) fn show(plan: &Plan) -> anyhow::Result<String> {
    let kinds = [plan.kind, plan.kind.other()];
    let points = kinds.into_iter().flat_map(|kind| {
        let point = move |load, units| Point { kind, load, units };
        let none = [point(Load::Bare, 0)].into_iter();
        let all = ROWS.map(|(_, load)| point(load, plan.units));
        none.chain(all)
    });
    let rows = measure(points, plan.rounds)?;
    let (own, others) = rows.split_at(1 + ROWS.len());
    let (own, others) = (resident(own), resident(others));
    let columns = [(kinds[0], &own), (kinds[1], &others)];
    say!();
    line("One more costs", |column| {
        let (kind, _) = columns[column];
        [format!("a {kind}"), spawned(kind).to_owned()]
    });
    for (row, (name, load)) in ROWS.into_iter().enumerate() {
        line(name, |column| {
            let (kind, costs) = columns[column];
            let costs = costs[row].as_ref();
            let costs = costs.map(|it| spread(it, Amount::Bytes));
            [costs.unwrap_or("n/a".to_owned()), size(kind, load)]
        });
    }
    Ok(match plan.kind {
        Kind::Thread => room_verdict(&own, &others),
        Kind::Task => room_verdict(&others, &own),
    })
}

/// Returns what one unit more takes: from the row without units to
/// each other one.
fn resident(rows: &[Row]) -> Resident {
    [1, 2, 3].map(|row| {
        let (none, all) = (&rows[0].readings, &rows[row].readings);
        per_unit(none, all, |it| Figure::Resident.of(it))
    })
}

/// Returns what is spawned for a unit.
fn spawned(kind: Kind) -> &'static str {
    match kind {
        Kind::Thread => "its closure",
        Kind::Task => "its future",
    }
}

/// Returns the size of that.
fn size(kind: Kind, load: Load) -> String {
    let size = match (kind, load) {
        (Kind::Thread, Load::Room(room)) => thread::size(room),
        (Kind::Task, Load::Room(room)) => r#async::size(room),
        _ => return String::new(),
    };
    format!("{} B", thousands(size as u64))
}

/// Prints a line with two cells for each kind.
fn line(name: &str, cells: impl Fn(usize) -> [String; 2]) {
    let cells = [0, 1].map(|column| {
        let [cost, size] = cells(column);
        format!("{cost:>15}{size:>13}")
    });
    let line = format!("{name:20}{}", cells.concat());
    say!("{}", line.trim_end());
}

/// Says which unit pays for what: `thread` and `task` are what one
/// takes without room, with room used before, with room held.
pub fn room_verdict(thread: &Resident, task: &Resident) -> String {
    // It pays for a room if it takes more than half a room more.
    let pays = |costs: &Resident, row: usize| {
        let more = costs[row].as_ref()?.median()
            - costs[0].as_ref()?.median();
        Some(more > ROOM as f64 / 2.0)
    };
    let paid = |costs| {
        Some(match (pays(costs, 1)?, pays(costs, 2)?) {
            (true, true) => {
                "for what it has used and what it holds"
            }
            (true, false) => {
                "for what it has used, not what it holds"
            }
            (false, true) => {
                "for what it holds, not what it has used"
            }
            (false, false) => "for neither",
        })
    };
    match paid(thread).zip(paid(task)) {
        Some((thread, task)) => format!(
            "While it waits, a thread pays {thread}; a task pays \
             {task}."
        ),
        None => "The system does not tell what is resident.".into(),
    }
}
