//! What was seen of both kinds, in sentences.

use lesson::limits::Limit;

use crate::{
    Costs, Spread,
    amount::{Amount, about, short, thousands},
};

const MIB: f64 = 1024.0 * 1024.0;
const GIB: f64 = 1024.0 * MIB;

/// What all threads together may take before we call it much: so
/// many bytes, and so many nanoseconds to create them.
const LITTLE: (f64, f64) = (100.0 * MIB, 1e8);

/// Says what a waiting thread costs against a waiting task, how
/// many of each would fit in 1 GiB, and how many threads are good
/// enough; `limit` is the smallest limit of threads, if it is
/// known.
pub fn verdict(
    thread: &Costs,
    task: &Costs,
    limit: Option<Limit>,
) -> String {
    let [resident, kernel, reserved, create] = listed(thread);
    let of_task = listed(task).join(", ");
    let time = ratio(&thread.create, &task.create, "time");
    let time = time.unwrap_or("no clear difference in time".into());
    let memory = memory(thread, task);
    let mut said = format!(
        "A waiting thread costs {resident} resident, {kernel} in \
         kernel, {reserved} virtual, {create} to create; a task \
         {of_task}: {memory}, {time}. "
    );
    if let (Some(one), Some(other)) = (&thread.memory, &task.memory)
    {
        let allowed = limit.map(|limit| {
            let value = thousands(limit.value);
            format!(" (allowed: {value})")
        });
        said += &format!(
            "1 GiB holds {} threads{} or {} tasks. ",
            about(GIB / one.median()),
            allowed.unwrap_or_default(),
            about(GIB / other.median()),
        );
    }
    said + &good_enough(thread, limit)
}

/// Lists what a unit costs.
fn listed(costs: &Costs) -> [String; 4] {
    let bytes = |it| listed_one(it, Amount::Bytes);
    [
        bytes(&costs.resident),
        bytes(&costs.kernel),
        bytes(&costs.reserved),
        listed_one(&costs.create, Amount::Nanos),
    ]
}

fn listed_one(
    spread: &Option<Spread>,
    amount: fn(f64) -> Amount,
) -> String {
    match spread {
        None => "n/a".to_owned(),
        // What is less than nothing in a round is noise.
        Some(spread) if spread.least() <= 0.0 => {
            "lost in noise".to_owned()
        }
        Some(spread) => amount(spread.median()).to_string(),
    }
}

/// Compares the memory of both; without the kernel's, where that
/// was lost in what others did meanwhile.
fn memory(thread: &Costs, task: &Costs) -> String {
    let all = ratio(&thread.memory, &task.memory, "memory");
    let resident = || {
        let what = "resident memory";
        ratio(&thread.resident, &task.resident, what)
    };
    let unclear = "no clear difference in memory";
    all.or_else(resident).unwrap_or(unclear.to_owned())
}

/// Says how many times as much of `what` the first one takes, if
/// all rounds agree that it is more, or that it is less.
fn ratio(
    one: &Option<Spread>,
    other: &Option<Spread>,
    what: &str,
) -> Option<String> {
    let times = one.as_ref()?.times(other.as_ref()?)?;
    let [least, median, most] =
        [times.least(), times.median(), times.most()];
    let is_clear = least > 1.0 || most < 1.0;
    let [median, least, most] = [median, least, most].map(short);
    is_clear.then(|| {
        format!("{median} times the {what} ({least} to {most})")
    })
}

/// Says for how many units threads are good enough.
fn good_enough(thread: &Costs, limit: Option<Limit>) -> String {
    let (bytes, nanos) = LITTLE;
    let fit = |spread: &Option<Spread>, little: f64| {
        let one = spread.as_ref().map(Spread::median);
        let one = one.filter(|one| *one > 0.0);
        one.map_or(f64::INFINITY, |one| little / one)
    };
    let most = fit(&thread.memory, bytes)
        .min(fit(&thread.create, nanos))
        .min(
            limit.map_or(f64::INFINITY, |it| it.value as f64 / 2.0),
        );
    format!(
        "Threads are good enough up to {}: under 100 MiB, under \
         0.1 s to create.",
        about(most)
    )
}
