//! A formula as people read it, and as the script does.

use std::fmt;

use serde::{Serialize, Serializer};

use super::{CALLS, Formula};

impl Formula {
    /// Tells how strongly it binds what is in it.
    fn strength(&self) -> u8 {
        match self {
            Self::Call("+" | "-", _) => 1,
            Self::Call("*" | "/", _) => 2,
            _ => 3,
        }
    }
}

/// As people write it: `(turns − 1) · max(wait, busy_task)`.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (call, parts) = match self {
            Self::Number(value) => return write!(f, "{value}"),
            Self::Name(name) => return f.write_str(name),
            Self::Call(call, parts) => (*call, parts.as_slice()),
        };
        let sign = match call {
            "*" => "·",
            "-" => "−",
            sign => sign,
        };
        let [one, other] = parts else {
            return write!(f, "{call}({})", Parts(parts));
        };
        if CALLS.contains(&call) {
            return write!(f, "{call}({})", Parts(parts));
        }
        // Short differences stand in brackets: they stay whole.
        let gap = if call == "-" { '\u{a0}' } else { ' ' };
        let own = self.strength();
        if one.strength() < own {
            write!(f, "({one})")?;
        } else {
            write!(f, "{one}")?;
        }
        // a − (b − c) and a / (b · c) need their brackets.
        let weak = other.strength() < own
            || other.strength() == own && matches!(call, "-" | "/");
        if weak {
            write!(f, "{gap}{sign}{gap}({other})")
        } else {
            write!(f, "{gap}{sign}{gap}{other}")
        }
    }
}

struct Parts<'a>(&'a [Formula]);

impl fmt::Display for Parts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, part) in self.0.iter().enumerate() {
            let comma = if place == 0 { "" } else { ", " };
            write!(f, "{comma}{part}")?;
        }
        Ok(())
    }
}

/// As the page's script reads it: `["*", "requests", "wait"]`.
impl Serialize for Formula {
    fn serialize<S: Serializer>(
        &self,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(value) => serializer.serialize_f64(*value),
            Self::Name(name) => serializer.serialize_str(name),
            Self::Call(call, parts) => {
                let call = Self::Name((*call).to_owned());
                let all = [&call].into_iter().chain(parts);
                serializer.collect_seq(all)
            }
        }
    }
}
