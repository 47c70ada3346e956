//! What figures show, in sentences. "Faster" is said only of
//! intervals that do not overlap.

mod again;
mod pairs;
mod shortest;

pub use again::again;
use pairs::of_pairs;
use shortest::shortest;

use crate::{
    figures::Lesson,
    spread::{ENOUGH_RUNS, Spread},
};

/// Returns what the figures of `lesson` show, a sentence for each
/// pair of each panel, or for a panel that has no pairs.
pub fn about(lesson: &Lesson) -> Vec<String> {
    let (_, most) = lesson.runs();
    if most < ENOUGH_RUNS {
        let runs = runs(most);
        let how = if lesson.quick {
            ", as many as there are without --quick"
        } else {
            ""
        };
        return vec![format!(
            "{runs} cannot tell a difference from chance: \
             nothing is called faster here. That takes \
             {ENOUGH_RUNS} runs{how}."
        )];
    }
    let panels = lesson.times.iter().map(|row| &*row.id.panel);
    let mut panels = panels.collect::<Vec<_>>();
    panels.dedup();
    panels
        .into_iter()
        .flat_map(|panel| {
            let pairs = of_pairs(lesson, panel);
            if pairs.is_empty() {
                Vec::from_iter(shortest(lesson, panel))
            } else {
                pairs
            }
        })
        .collect()
}

/// What two halves are to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Task,
    Thread,
    Neither,
}

fn verdict(task: &Spread, thread: &Spread) -> Verdict {
    if !task.is_interval() || !thread.is_interval() {
        Verdict::Neither
    } else if task.is_below(thread) {
        Verdict::Task
    } else if thread.is_below(task) {
        Verdict::Thread
    } else {
        Verdict::Neither
    }
}

fn sentence(panel: &str, said: &str) -> String {
    if panel.is_empty() {
        return format!("{said}.");
    }
    format!("{panel}: {said}.")
}

fn runs(count: usize) -> String {
    match count {
        1 => "One run".to_owned(),
        count => format!("{count} runs"),
    }
}
