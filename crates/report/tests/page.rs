//! The page: well-formed, escaped, complete, and readable.

use std::collections::BTreeMap;

use quick_xml::{Reader, events::Event};
use report::{
    figures::{Figures, Lesson},
    machine::Machine,
    page::{CHARTS, page},
};

mod support;
use support::{HUNDRED, NEAR, TWICE, lesson};

const ODD: &str = "<script>alert('&\"')</script>";

fn figures(lesson: Lesson, cpu: &str) -> Figures {
    let machine = Machine {
        cpu: cpu.to_owned(),
        cores: 2,
        memory_gib: 24,
        kernel: "Linux 6".to_owned(),
        rustc: "rustc 1.95.0".to_owned(),
    };
    let lessons = BTreeMap::from([("made-up".to_owned(), lesson)]);
    Figures { machine, lessons }
}

/// A lesson with lines, rows, ratios, and odd names.
fn of_all_kinds() -> Lesson {
    lesson(&[
        ("lines", "1", "thread", HUNDRED),
        ("lines", "1", "async", NEAR),
        ("lines", "10", "thread", TWICE),
        ("lines", "10", "async", NEAR),
        ("lines", "100", "thread", TWICE),
        ("lines", "100", "async", HUNDRED),
        (ODD, "", ODD, TWICE),
        (ODD, ODD, "thread", HUNDRED),
    ])
}

/// Reads `page` as XML, which it is, too, and returns its texts.
fn texts(page: &str) -> String {
    let html = page.strip_prefix("<!DOCTYPE html>\n").unwrap();
    let mut reader = Reader::from_str(html);
    reader.config_mut().check_end_names = true;
    let mut texts = String::new();
    let mut open = 0;
    loop {
        match reader.read_event().expect("it is well-formed") {
            Event::Start(start) => {
                open += 1;
                for attribute in start.attributes() {
                    attribute.expect("attributes are well-formed");
                }
            }
            Event::End(_) => open -= 1,
            Event::Text(text) => {
                texts += &text;
            }
            Event::Eof => break,
            _ => {}
        }
        texts.push('\n');
    }
    assert_eq!(open, 0, "all elements end");
    texts
}

#[test]
fn the_page_is_well_formed_and_escapes_all_names() {
    let page = page(&figures(of_all_kinds(), ODD), None);
    texts(&page);
    assert!(!page.contains("<script"), "a name became an element");
    assert!(page.contains("&lt;script&gt;"));
    // A style is no text in HTML: nothing in it may be escaped.
    let style = page.split("<style>").nth(1).unwrap();
    let style = style.split("</style>").next().unwrap();
    assert!(!style.contains('&'), "the style was escaped");
}

#[test]
fn nothing_is_loaded_from_elsewhere() {
    let page = page(&figures(of_all_kinds(), "cpu"), None);
    for loader in ["http", "src=", "@import", "url(", "<link"] {
        assert!(!page.contains(loader), "{loader}");
    }
}

#[test]
fn machine_compiler_and_date_are_in_the_head() {
    let page = page(&figures(of_all_kinds(), "Model 7"), None);
    let head = page.split("<h2>").next().unwrap();
    let facts = ["Model 7", "24 GiB", "Linux 6", "rustc 1.95.0"];
    for fact in facts.iter().chain(&["2026-11-05"]) {
        assert!(head.contains(fact), "{fact}");
    }
}

#[test]
fn the_tables_contain_every_figure_and_the_reference_beside_it() {
    let there = lesson(&[("lines", "10", "thread", &[7e6; 6])]);
    let there = figures(there, "Model 8");
    let page =
        page(&figures(of_all_kinds(), "Model 7"), Some(&there));
    let texts = texts(&page);
    let tables = page.matches("<table").count();
    // The machines', and one below each chart.
    assert_eq!(tables, 1 + page.matches("<svg").count());
    let cells = [
        "102 ns",
        "100–105 ns",
        "205 ns",
        "200–210 ns",
        "106 ns",
        "104–108 ns",
        "7.00 ms",
        "7.00–7.00 ms",
        "0.50",
        "Model 8",
    ];
    for cell in cells {
        let cell = format!("\n{cell}\n");
        assert!(texts.contains(&cell), "{cell} is in no table");
    }
}

#[test]
fn series_are_named_in_the_drawing() {
    let page = page(&figures(of_all_kinds(), "cpu"), None);
    for drawing in page.split("<svg").skip(1) {
        let drawing = drawing.split("</svg>").next().unwrap();
        assert!(drawing.contains("class=\"name\""));
        // Figures that are none are drawn nowhere.
        assert!(!drawing.contains("NaN"));
        assert!(!drawing.contains("inf"));
    }
}

/// The luminance of WCAG 2, from `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = u8::from_str_radix(&colour[at..at + 2], 16);
        let part = f64::from(part.unwrap()) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

#[test]
fn all_colours_of_text_can_be_read_in_light_and_in_dark() {
    let mut seen = 0;
    for mode in 0..2 {
        let colour = |name: &str| {
            let start = format!("--{name}: light-dark(");
            let pair = CHARTS.split(&start).nth(1).unwrap();
            let pair = pair.split(')').next().unwrap();
            luminance(pair.split(", ").nth(mode).unwrap())
        };
        let page = colour("page");
        let series = (0..8).map(|number| format!("s{number}"));
        let texts = ["text", "quiet"].map(str::to_owned);
        for name in series.chain(texts) {
            let (one, other) = (page, colour(&name));
            let ratio =
                (one.max(other) + 0.05) / (one.min(other) + 0.05);
            assert!(ratio >= 4.5, "--{name}: {ratio}");
            seen += 1;
        }
    }
    assert_eq!(seen, 20);
}
