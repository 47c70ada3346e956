//! Three ways to show a timeline that was never run.

use std::{collections::BTreeMap, time::Duration};

use quick_xml::{Reader, escape, events::Event};
use timeline::{
    End, Kind, Lane, Span, Timeline, svg, svg::Panel, text, trace,
};
use unicode_width::UnicodeWidthStr;

/// What XML, JSON and a terminal could stumble over.
const EVIL: &str = "</text><script>\"'&amp;&";

fn span(
    from: u64,
    to: u64,
    waits_for: Option<&str>,
    thread: Option<usize>,
) -> Span {
    let ms = Duration::from_millis;
    let cpu = thread.map(|_| ms(1).min(ms(to - from)));
    let waits_for = waits_for.map(str::to_owned);
    Span { from: ms(from), to: ms(to), waits_for, thread, cpu }
}

fn lane(kind: Kind, name: &str, spans: &[Span], end: End) -> Lane {
    Lane { kind, name: name.to_owned(), spans: spans.to_vec(), end }
}

/// A thread that waits, and a task that is dropped.
fn two_lanes() -> Timeline {
    let thread = [
        span(0, 10, None, Some(0)),
        span(10, 90, Some(EVIL), Some(0)),
        span(90, 100, None, Some(0)),
    ];
    let task = [
        span(20, 21, Some("its first poll"), None),
        span(21, 41, None, Some(1)),
        span(41, 61, Some("an answer"), None),
    ];
    let lanes = vec![
        lane(Kind::Thread, EVIL, &thread, End::Done),
        lane(Kind::Task, "国", &task, End::Dropped),
    ];
    let threads = vec![EVIL.to_owned(), "main".to_owned()];
    Timeline { lanes, threads }
}

/// Returns all texts of a picture, which must be whole XML.
fn texts(picture: &str) -> Vec<String> {
    let mut reader = Reader::from_str(picture);
    let (mut texts, mut text) = (Vec::new(), String::new());
    let mut depth = 0;
    loop {
        match reader.read_event().expect("whole XML") {
            Event::Start(_) => depth += 1,
            Event::Text(it) => text += it.as_ref(),
            Event::GeneralRef(it) => {
                text += &format!("&{};", it.as_ref());
            }
            Event::End(_) => {
                depth -= 1;
                let whole = escape::unescape(&text);
                texts.push(whole.expect("escaped").into_owned());
                text.clear();
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "all elements are closed");
    texts
}

#[test]
fn a_picture_is_whole_xml_in_which_names_are_what_they_were() {
    let timeline = two_lanes();
    let panels = [Panel { heading: "one", timeline: &timeline }];
    let texts = texts(&svg::draw(EVIL, &panels, &svg::ENGLISH));
    let has = |text: &str| texts.iter().any(|it| it == text);
    assert!(has(EVIL), "the title: {texts:#?}");
    assert!(has(&format!("thread {EVIL}")), "{texts:#?}");
    assert!(has(&format!("waits for: {EVIL}")), "{texts:#?}");
    assert!(has("task 国"));
    assert!(!texts.iter().any(|it| it == "one"), "of one panel");
}

#[test]
fn a_chinese_picture_says_in_chinese_what_no_program_has_said() {
    let timeline = two_lanes();
    let panels = [Panel { heading: "", timeline: &timeline }];
    let texts = texts(&svg::draw("", &panels, &svg::CHINESE));
    let has = |text: &str| texts.iter().any(|it| it == text);
    assert!(has("等待：第一次轮询"), "{texts:#?}");
    // The program's own words are as they are in its source.
    assert!(has("等待：an answer"), "{texts:#?}");
}

#[test]
fn a_picture_of_two_panels_has_one_axis() {
    let (long, mut short) = (two_lanes(), two_lanes());
    short.lanes.remove(0);
    let panels = [
        Panel { heading: "the long one", timeline: &long },
        Panel { heading: "the short one", timeline: &short },
    ];
    let texts = texts(&svg::draw("both", &panels, &svg::ENGLISH));
    let count =
        |text| texts.iter().filter(|it| *it == text).count();
    assert_eq!(count("the long one"), 1);
    assert_eq!(count("the short one"), 1);
    assert_eq!(count("100 ms"), 2, "the same end: {texts:#?}");
}

#[test]
fn a_picture_leaves_out_what_nobody_could_see() {
    let mut timeline = two_lanes();
    let picture = |timeline: &Timeline| {
        let panels = [Panel { heading: "", timeline }];
        svg::draw("", &panels, &svg::ENGLISH).len()
    };
    let before = picture(&timeline);
    let tick = |it: u64| Duration::from_nanos(90_000_000 + it);
    let many = (0..1000).map(|it| Span {
        from: tick(it),
        to: tick(it + 1),
        ..span(0, 0, None, Some(0))
    });
    timeline.lanes[0].spans.splice(2..2, many);
    assert!(picture(&timeline) < before + 1000);
}

#[test]
fn a_text_fits_80_columns_whatever_the_names() {
    let mut timeline = two_lanes();
    let long = "国".repeat(100);
    let spans = [span(0, 100, Some(&long), Some(0))];
    for name in [&long, "x"] {
        let lane = lane(Kind::Thread, name, &spans, End::Done);
        timeline.lanes.push(lane);
    }
    for lanes in [timeline.lanes.len(), 1, 0] {
        timeline.lanes.truncate(lanes);
        let text = text::draw(&timeline);
        let wide = text.lines().find(|line| line.width() > 80);
        assert_eq!(wide, None);
        assert!(text.ends_with('\n'));
    }
}

#[test]
fn a_text_shows_who_ran_and_who_waited_when() {
    let text = text::draw(&two_lanes());
    let row = |name: &str| {
        let row = text.lines().find(|line| line.starts_with(name));
        let row = row.expect("it has a row");
        // The names take 20 columns at the most, and two.
        let cells: Vec<char> = row.chars().collect();
        cells[cells.len().min(16)..].iter().collect::<String>()
    };
    let thread = row("thread </text>");
    assert!(thread.trim_start_matches(|it| it != '█').len() > 1);
    let order: String = {
        let mut last = ' ';
        let changed = thread.chars().filter(|it| {
            let is_new = *it != last;
            last = *it;
            is_new
        });
        changed.filter(|it| "█░×".contains(*it)).collect()
    };
    assert_eq!(order, "█░█", "{text}");
    assert!(row("task 国").ends_with('×'), "{text}");
    let end = "2 lanes, run by 2 threads; at the most 2 waited at \
               once.\n";
    assert!(text.ends_with(end), "{text}");
}

#[test]
fn many_lanes_are_counted_where_they_are_not_drawn() {
    let mut timeline = two_lanes();
    let last = timeline.lanes[1].clone();
    timeline.lanes.resize(40, last);
    let text = text::draw(&timeline);
    assert!(text.contains("(and 20 more; an .svg shows all)"));
    assert!(text.contains("40 lanes"));
}

#[test]
fn a_trace_is_json_whose_spans_nest() {
    let text = trace::write(&two_lanes(), EVIL);
    let trace: serde_json::Value =
        serde_json::from_str(&text).expect("it is JSON");
    let events = trace["traceEvents"].as_array().expect("a list");
    let mut ends = BTreeMap::<u64, f64>::new();
    let mut complete = 0;
    for event in events {
        let tid = event["tid"].as_u64().expect("a thread");
        assert!(event["pid"].is_u64());
        match event["ph"].as_str() {
            Some("M") => assert!(event["args"].is_object()),
            Some("X") => {
                complete += 1;
                let from = event["ts"].as_f64().expect("a time");
                let time = event["dur"].as_f64().expect("a time");
                let end = ends.entry(tid).or_default();
                // One after the other: nothing crosses.
                assert!(time >= 0.0 && from >= *end - 1e-6);
                *end = from + time;
            }
            other => panic!("{other:?} is no phase of ours"),
        }
    }
    assert_eq!((complete, ends.len()), (6, 2));
}

#[test]
fn a_trace_that_is_read_again_is_the_same_timeline() {
    let timeline = two_lanes();
    let again = trace::read(&trace::write(&timeline, "x"));
    assert_eq!(again.expect("it is a trace"), timeline);
    assert!(trace::read("{}").is_err());
    assert!(trace::read("no JSON").is_err());
}
