//! What is said of a step.

use event_loop::trace::{What as For, WokenBy};

use super::{Place, Step, What, Words};

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words of the page's language.
    Text(String),
    /// A task, by its number.
    Task(usize),
    /// What the program itself says.
    Code(String),
}

/// Returns how a time is written.
pub fn time(us: u64) -> String {
    if us < 10_000 {
        let tenths = (us + 50) / 100;
        format!("{}.{} ms", tenths / 10, tenths % 10)
    } else {
        format!("{} ms", (us + 500) / 1000)
    }
}

/// Says what happens in `step`.
pub fn sentence(step: &Step, words: &Words) -> Vec<Piece> {
    let line = step.runs.as_ref().map_or(0, |runs| runs.line);
    let line = number(line);
    match &step.what {
        What::Sleeps { .. } => match step.lists.timers.first() {
            Some(timer) => {
                let left = timer.due_us.saturating_sub(step.at_us);
                let timer = vec![Piece::Task(timer.task)];
                let left = vec![Piece::Text(time(left))];
                fill(words.sleeps, &[timer, left])
            }
            None => fill(words.sleeps_on, &[]),
        },
        What::Woken { task, by, from } => {
            let task = vec![Piece::Task(*task)];
            let template = match (by, from) {
                (WokenBy::Start, _) => words.begins,
                (WokenBy::Timer, _) => words.timer,
                (WokenBy::Thread, _) => words.thread,
                (WokenBy::Socket, Some(socket)) => {
                    let socket = number(socket);
                    return fill(words.socket, &[task, socket]);
                }
                (WokenBy::Task, Some(other)) => {
                    let other = vec![Piece::Task(*other)];
                    return fill(words.ended, &[task, other]);
                }
                (WokenBy::Socket | WokenBy::Task, None) => {
                    words.woken
                }
            };
            fill(template, &[task])
        }
        What::Polled { task, taken, did } => {
            let mut all = match taken {
                0 | 1 => vec![],
                all => fill(words.takes, &[number(all)]),
            };
            let task = vec![Piece::Task(*task)];
            let place = step.runs.as_ref().map(|runs| runs.place);
            all.extend(match place {
                Some(Place::Behind) => {
                    fill(words.goes_on, &[task, line])
                }
                _ => fill(words.first, &[task]),
            });
            if !did.is_empty() {
                let did = did.iter().cloned().map(Piece::Code);
                let did = listed(did, words);
                all.extend(fill(words.told, &[did]));
            }
            all
        }
        What::Spawned { task, tasks } => {
            let tasks = tasks.iter().copied().map(Piece::Task);
            let tasks = listed(tasks, words);
            let task = vec![Piece::Task(*task)];
            fill(words.spawns, &[task, tasks])
        }
        What::Waits { task, what } => {
            let task = vec![Piece::Task(*task)];
            let (template, last) = match what {
                For::Timer { left_us } => {
                    let left = vec![Piece::Text(time(*left_us))];
                    (words.waits_timer, left)
                }
                For::Connected { socket } => {
                    (words.waits_connected, number(socket))
                }
                For::Readable { socket } => {
                    (words.waits_readable, number(socket))
                }
                For::Task { task } => {
                    (words.waits_task, vec![Piece::Task(*task)])
                }
                For::Thread => (words.waits_thread, vec![]),
            };
            fill(template, &[task, line, last])
        }
        What::Done { task: 0 } => {
            fill(words.ends, &[vec![Piece::Task(0)]])
        }
        What::Done { task } => {
            fill(words.done, &[vec![Piece::Task(*task)]])
        }
    }
}

fn number(number: impl ToString) -> Vec<Piece> {
    vec![Piece::Text(number.to_string())]
}

/// Returns `pieces` with what stands between two of a list.
fn listed(
    pieces: impl Iterator<Item = Piece>,
    words: &Words,
) -> Vec<Piece> {
    let comma = Piece::Text(words.comma.to_owned());
    let pieces = pieces.flat_map(|it| [comma.clone(), it]);
    pieces.skip(1).collect()
}

/// Puts `values` in the places `{0}`, `{1}` … of `template`.
fn fill(template: &str, values: &[Vec<Piece>]) -> Vec<Piece> {
    let mut parts = template.split('{');
    let text = |text: &str| Piece::Text(text.to_owned());
    let mut pieces = vec![text(parts.next().unwrap_or_default())];
    for part in parts {
        let (place, rest) =
            part.split_once('}').expect("a place has an end");
        let place = place.parse::<usize>();
        let place = place.expect("a place is a number");
        pieces.extend_from_slice(&values[place]);
        pieces.push(text(rest));
    }
    pieces
}
