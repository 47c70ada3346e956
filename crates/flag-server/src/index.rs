//! The page `/`: all flags, and what the server offers.

use flags::{
    Code, country,
    server::{Delay, Kind},
};

use crate::Injection;

/// Writes the page of a site.
pub(crate) fn page(kind: Kind, injection: &Injection) -> String {
    let countries = country::all();
    let flags: String =
        countries.iter().copied().filter_map(figure).collect();
    include_str!("index.html")
        .replace("{site}", name(kind))
        .replace("{manner}", &manner(injection))
        .replace("{number}", &countries.len().to_string())
        .replace("{flags}", &flags)
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Local => "local",
        Kind::Delay => "delay",
        Kind::Error => "error",
    }
}

/// Says how a site answers.
fn manner(
    Injection { delay, error_rate, .. }: &Injection,
) -> String {
    let when = match *delay {
        Delay::NONE => "at once".to_owned(),
        delay => format!("after {delay}"),
    };
    match *error_rate {
        0.0 => when,
        rate => format!(
            "{when}, and {:.0} % of the time with an error",
            rate * 100.0
        ),
    }
}

/// Writes a flag with its code and its country.
fn figure(code: Code) -> Option<String> {
    let country = code.country()?.replace('&', "&amp;");
    let cc = code.lower();
    Some(format!(
        r#"<figure>
<img src="/flags/{cc}/{cc}.gif" alt="" loading="lazy"
  width="288" height="208">
<figcaption><b>{code}</b> {country}</figcaption>
</figure>
"#
    ))
}
