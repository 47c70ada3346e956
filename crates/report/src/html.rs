//! Elements of HTML and SVG. What goes into them is escaped by
//! the library that writes them.

use std::fmt::Display;

use quick_xml::{
    Writer,
    events::{BytesEnd, BytesStart, BytesText, Event},
};

/// Elements that have no end of their own in HTML.
const VOID: [&str; 4] = ["input", "link", "meta", "wbr"];

/// An element, with what is in it.
#[derive(Clone, Debug)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
    Raw(String),
}

/// Returns an empty element.
pub fn element(name: &'static str) -> Element {
    Element { name, attributes: vec![], children: vec![] }
}

/// Returns an element with a text.
pub fn with_text(
    name: &'static str,
    text: impl Display,
) -> Element {
    element(name).text(text)
}

impl Element {
    /// Adds an attribute.
    pub fn with(
        mut self,
        name: &'static str,
        value: impl Display,
    ) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Adds a coordinate, in tenths.
    pub fn at(self, name: &'static str, value: f64) -> Self {
        self.with(name, (value * 10.0).round() / 10.0)
    }

    /// Adds its class.
    pub fn class(self, class: impl Display) -> Self {
        self.with("class", class)
    }

    /// Adds a text.
    pub fn text(mut self, text: impl Display) -> Self {
        self.children.push(Node::Text(text.to_string()));
        self
    }

    /// Adds an element.
    pub fn and(mut self, child: Self) -> Self {
        self.children.push(Node::Element(child));
        self
    }

    /// Adds elements.
    pub fn all(
        mut self,
        children: impl IntoIterator<Item = Self>,
    ) -> Self {
        let children = children.into_iter().map(Node::Element);
        self.children.extend(children);
        self
    }

    /// Adds what another library wrote, as it is.
    pub fn raw(mut self, html: impl Into<String>) -> Self {
        self.children.push(Node::Raw(html.into()));
        self
    }

    /// Returns it as text.
    ///
    /// # Panics
    ///
    /// Never: it is written to memory.
    pub fn to_text(&self) -> String {
        let mut writer = Writer::new(Vec::new());
        self.write(&mut writer).expect("memory takes what comes");
        String::from_utf8(writer.into_inner()).expect("all UTF-8")
    }

    fn write(
        &self,
        writer: &mut Writer<Vec<u8>>,
    ) -> std::io::Result<()> {
        let attributes = self.attributes.iter();
        let attributes =
            attributes.map(|(name, value)| (*name, value.as_str()));
        let start =
            BytesStart::new(self.name).with_attributes(attributes);
        if VOID.contains(&self.name) {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for child in &self.children {
            match child {
                Node::Element(child) => child.write(writer)?,
                Node::Raw(html) => {
                    let html = BytesText::from_escaped(html);
                    writer.write_event(Event::Text(html))?;
                }
                Node::Text(text) => {
                    let text = BytesText::new(text);
                    writer.write_event(Event::Text(text))?;
                }
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}
