//! Paper on which one writes from top to bottom.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};

/// As high is a line of text, in pixels.
pub(super) const HEIGHT_OF_LINE: u32 = 18;

/// The left edge, in per cent of the width.
const LEFT: f64 = 1.5;

/// And what there is between the edges.
const WIDTH: f64 = 97.0;

/// How waits are hatched: paths in a square of 8 by 8.
pub(super) const HATCHES: [&str; 6] = [
    "M0,8 L8,0 M-2,2 L2,-2 M6,10 L10,6",
    "M0,0 L8,8 M-2,6 L2,10 M6,-2 L10,2",
    "M0,4 L8,4",
    "M2,2 h1 M6,6 h1",
    "M0,6 L4,2 L8,6",
    "M0,4 L8,4 M4,0 L4,8",
];

/// An element's attributes, in order.
type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A picture, as far as it is drawn.
pub(super) struct Paper {
    body: Writer<Vec<u8>>,
    /// How far down one has come, in pixels.
    y: u32,
}

impl Default for Paper {
    fn default() -> Self {
        Self { body: Writer::new(Vec::new()), y: 8 }
    }
}

/// Returns a place across, for a `share` of the width.
pub(super) fn across(share: f64) -> String {
    percent(LEFT + WIDTH * share)
}

/// Returns a width, for a `share` of the width.
pub(super) fn wide(share: f64) -> String {
    percent(WIDTH * share)
}

/// Writes hundredths, and no more digits than that takes.
fn percent(number: f64) -> String {
    format!("{}%", (number * 100.0).round() / 100.0)
}

impl Paper {
    /// Returns how far down one has come.
    pub(super) fn y(&self) -> u32 {
        self.y
    }

    /// Goes down by some pixels.
    pub(super) fn down(&mut self, pixels: u32) {
        self.y += pixels;
    }

    /// Writes a heading, and goes below it.
    pub(super) fn heading(&mut self, text: &str) -> io::Result<()> {
        let y = self.y + 14;
        let place = (across(0.0), y.to_string());
        let (x, y) = (place.0.as_str(), place.1.as_str());
        let how = [("class", "head"), ("x", x), ("y", y)];
        self.write("text", &how, text)?;
        self.down(HEIGHT_OF_LINE + 4);
        Ok(())
    }

    /// Writes `text` on the line that begins `down` pixels from
    /// here, with more attributes.
    pub(super) fn text(
        &mut self,
        share: f64,
        down: u32,
        more: Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        let (x, y) = (across(share), (self.y + down).to_string());
        let place = [("x", x.as_str()), ("y", y.as_str())];
        self.write("text", &[&place, more].concat(), text)
    }

    /// Draws an empty element.
    pub(super) fn draw(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
    ) -> io::Result<()> {
        let element = self.body.create_element(name);
        let attributes = attributes.iter().copied();
        element.with_attributes(attributes).write_empty()?;
        Ok(())
    }

    /// Begins an element in which others are drawn.
    pub(super) fn begin(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
    ) -> io::Result<()> {
        let element = BytesStart::new(name);
        let attributes = attributes.iter().copied();
        let element = element.with_attributes(attributes);
        self.body.write_event(Event::Start(element))
    }

    /// Ends it.
    pub(super) fn end(&mut self, name: &str) -> io::Result<()> {
        self.body.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element with `text` in it.
    fn write(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        text: &str,
    ) -> io::Result<()> {
        let element = self.body.create_element(name);
        let attributes = attributes.iter().copied();
        let element = element.with_attributes(attributes);
        element.write_text_content(BytesText::new(text))?;
        Ok(())
    }

    /// Draws a rectangle that says `about` itself when it is
    /// pointed at.
    pub(super) fn rectangle(
        &mut self,
        attributes: Attributes<'_>,
        about: &str,
    ) -> io::Result<()> {
        let element = self.body.create_element("rect");
        let attributes = attributes.iter().copied();
        let element = element.with_attributes(attributes);
        element.write_inner_content(|inside| {
            let title = inside.create_element("title");
            title.write_text_content(BytesText::new(about))?;
            Ok(())
        })?;
        Ok(())
    }

    /// Returns the whole picture.
    pub(super) fn finish(
        self,
        title: &str,
        about: &str,
    ) -> io::Result<String> {
        let height = (self.y + HEIGHT_OF_LINE / 2).to_string();
        let body = String::from_utf8_lossy(self.body.get_ref());
        let mut out = Writer::new(Vec::new());
        let svg = out.create_element("svg").with_attributes([
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "timeline"),
            ("width", "100%"),
            ("height", height.as_str()),
            ("role", "img"),
        ]);
        svg.write_inner_content(|svg| {
            let title = BytesText::new(title);
            svg.create_element("title")
                .write_text_content(title)?;
            let about = BytesText::new(about);
            svg.create_element("desc").write_text_content(about)?;
            let style = BytesText::new(include_str!("style.css"));
            svg.create_element("style")
                .write_text_content(style)?;
            svg.create_element("defs")
                .write_inner_content(patterns)?;
            let full = [("width", "100%"), ("height", "100%")];
            let paper = svg.create_element("rect");
            let paper = paper.with_attribute(("class", "paper"));
            paper.with_attributes(full).write_empty()?;
            // Written by us just now, and escaped.
            let body = BytesText::from_escaped(body);
            svg.write_event(Event::Text(body))
        })?;
        let bytes = out.into_inner();
        Ok(String::from_utf8_lossy(&bytes).into_owned() + "\n")
    }
}

fn patterns(defs: &mut Writer<Vec<u8>>) -> io::Result<()> {
    for (number, path) in HATCHES.iter().enumerate() {
        let id = format!("hatch{number}");
        let pattern = defs.create_element("pattern");
        let pattern = pattern.with_attributes([
            ("id", id.as_str()),
            ("width", "8"),
            ("height", "8"),
            ("patternUnits", "userSpaceOnUse"),
        ]);
        pattern.write_inner_content(|inside| {
            let line = inside.create_element("path");
            let line = line.with_attribute(("class", "hatch"));
            line.with_attribute(("d", *path)).write_empty()?;
            Ok(())
        })?;
    }
    Ok(())
}
