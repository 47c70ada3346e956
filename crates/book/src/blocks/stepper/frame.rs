//! What stands around the steps; the script fills it. Without one,
//! what it would fill stays hidden.

use report::html::{Element, element, with_text};

use super::{Run, listing::Listing};
use crate::stepper::time;

/// What the buttons do, for the script, and by which key.
const GO: [(&str, &str); 4] = [
    ("first", "Home"),
    ("back", "ArrowLeft"),
    ("next", "ArrowRight"),
    ("last", "End"),
];

pub(super) fn header(run: &Run, listing: &Listing<'_>) -> Element {
    let links = listing.paths().map(|path| {
        with_text("a", path).with("href", format!("../../{path}"))
    });
    let enlarge = button(run.words.enlarge).class("enlarge");
    element("header")
        .and(with_text("strong", run.words.title))
        .all(links)
        .and(enlarge.with("hidden", ""))
}

/// Returns the buttons, where in the run we are, and what happens.
pub(super) fn controls(run: &Run) -> Element {
    let words = run.words;
    let buttons = words.buttons.iter().zip(GO);
    let buttons = buttons.map(|(word, (go, key))| {
        let button = button(word).with("data-go", go);
        button.with("aria-keyshortcuts", key)
    });
    let buttons = element("div").class("buttons").all(buttons);
    let phases = words.phases.map(|phase| with_text("li", phase));
    let phases = element("ol").class("phases").all(phases);
    let turn = element("span").class("turn");
    let turn = turn.text(words.turn).text(" ").and(element("b"));
    let controls = element("div").class("controls");
    let controls = controls
        .and(buttons)
        .and(element("span").class("count"))
        .and(turn)
        .and(phases);
    let now = element("p").class("now").with("aria-live", "polite");
    hidden(element("div").class("top").and(controls).and(now))
}

/// Returns the time line: a mark for each turn, and for now.
pub(super) fn time_line(run: &Run) -> Element {
    let end = run.steps.last().map_or(0, |step| step.at_us);
    let turns = run.trace.turns.iter().map(|turn| {
        let left = percent(turn.at_us, end);
        element("i").with("style", format!("left:{left:.2}%"))
    });
    let sleep = element("i").class("sleep");
    let here = element("i").class("here");
    let track =
        element("div").class("track").with("aria-hidden", true);
    let track = track.all(turns).and(sleep).and(here);
    let line = element("div").class("time");
    let head = with_text("strong", run.words.time_line);
    let now = with_text("span", "").class("at");
    let end = with_text("span", time(end)).class("end");
    hidden(line.and(head).and(now).and(track).and(end))
}

fn percent(at: u64, end: u64) -> f64 {
    let (at, end) = (at as f64, end.max(1) as f64);
    100.0 * at / end
}

/// Returns the listing, and the lists beside it.
pub(super) fn body(run: &Run, listing: &Listing<'_>) -> Element {
    let words = run.words;
    let taken = element("div").class("taken");
    let taken = taken.and(with_text("span", words.taken));
    let taken = taken.and(element("ul"));
    let ready = list("ready", words.ready).and(taken);
    let [new, timer, socket, thread, task] = words.woken_by;
    let ready = ready
        .with("data-start", new)
        .with("data-timer", timer)
        .with("data-socket", socket)
        .with("data-thread", thread)
        .with("data-task", task);
    let timers = list("timers", words.timers);
    let timers = timers.with("data-left", words.left);
    let reactor = list("reactor", words.reactor)
        .with("data-socket", words.at_socket)
        .with("data-waits", words.waits)
        .with("data-nobody", words.nobody_waits);
    let lists = element("div").class("lists");
    let lists = lists.with("data-nobody", words.nobody);
    let lists = hidden(lists.and(ready).and(timers).and(reactor));
    let code = element("pre")
        .with("tabindex", 0)
        .with("role", "region")
        .with("aria-label", words.source)
        .and(listing.code());
    element("div").class("body").and(code).and(lists)
}

fn list(class: &'static str, name: &str) -> Element {
    element("section")
        .class(class)
        .with("aria-label", name)
        .and(with_text("strong", name))
        .and(element("ul"))
}

fn button(word: &str) -> Element {
    with_text("button", word).with("type", "button")
}

fn hidden(element: Element) -> Element {
    element.with("hidden", "")
}
