//! What the calculator computes with.

use std::{collections::BTreeMap, fs, path::Path};

use calculator::{
    client::Client,
    constants, predictions,
    recorded::Recorded,
    times::{self, Named},
};
use report::units;

use crate::{
    formula::{self, Line, Values},
    material::Material,
};

/// The source of the formula, and the function in it.
const MODEL: &str = "crates/calculator/src/model.rs";
const FUNCTION: &str = "predict";

/// Who reads in the way of a person: how an input's unit becomes
/// seconds or bytes.
pub(super) struct Input {
    pub(super) name: &'static str,
    pub(super) value: f64,
    pub(super) least: f64,
    pub(super) most: f64,
    pub(super) scale: f64,
}

/// A case of the table: requests, at once, delay in milliseconds.
pub(super) type Case = [f64; 3];

/// The case that the inputs begin with.
pub(super) const FIRST: Case = [1_000.0, 100.0, 200.0];

/// All that is shown.
pub(super) struct Data {
    pub(super) lines: Vec<Line>,
    pub(super) constants: BTreeMap<Client, Named>,
    pub(super) cores: f64,
    pub(super) measured: Recorded<constants::Row>,
    pub(super) predictions: Recorded<predictions::Row>,
}

impl Data {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// What is missing, or not right.
    pub(super) fn read(
        material: &Material,
    ) -> Result<Self, String> {
        let model = material.source(MODEL);
        let model =
            model.ok_or_else(|| format!("{MODEL} is not there"))?;
        let lines = formula::lines(model, FUNCTION);
        let lines = lines.map_err(|(line, what)| {
            format!("{MODEL}:{line} {what}")
        })?;
        let root = &material.root;
        let measured = parsed(root, constants::FILE, |text| {
            Recorded::<constants::Row>::parse(text)
        })?;
        let predictions =
            parsed(root, predictions::FILE, |text| {
                Recorded::<predictions::Row>::parse(text)
            })?;
        let figures = material.figures.as_ref();
        let figures = figures.ok_or("there are no figures")?;
        let constants = Client::ALL.into_iter().map(|client| {
            let mut named = times::spreads(figures, client)
                .map_err(|error| error.to_string())?;
            named.extend(measured.of(client));
            Ok::<_, String>((client, named))
        });
        let constants = constants.collect::<Result<_, _>>()?;
        let cores = figures.machine.cores as f64;
        Ok(Self { lines, constants, cores, measured, predictions })
    }

    /// Returns the inputs, set to a case of `client`.
    pub(super) fn inputs(
        &self,
        [requests, at_once, delay]: Case,
        client: Client,
    ) -> [Input; 6] {
        let work = self.constants[&client].get("cpu_request_task");
        let work = work.map_or(0.0, |it| it.median) * 1e6;
        let work = (work * 1e3).round() / 1e3;
        let input =
            |name, value, [least, most]: [f64; 2], scale| Input {
                name,
                value,
                least,
                most,
                scale,
            };
        [
            input("requests", requests, [1.0, 1e9], 1.0),
            input("concurrency", at_once, [1.0, 1e6], 1.0),
            input("delay", delay, [0.0, 1e7], 1e-3),
            input("work", work, [0.0, 1e9], 1e-6),
            input("cores", self.cores, [1.0, 1e3], 1.0),
            input("held", 0.0, [0.0, 1e7], 1024.0),
        ]
    }

    /// Computes a case of `client`.
    ///
    /// # Errors
    ///
    /// The name of a constant that is missing.
    pub(super) fn compute(
        &self,
        case: Case,
        client: Client,
    ) -> Result<Values, String> {
        let named = self.constants[&client].iter();
        let mut values = named
            .map(|(name, it)| (name.clone(), it.median))
            .collect::<Values>();
        // As the script does: what is shown is what is computed.
        for input in self.inputs(case, client) {
            let value = input.value * input.scale;
            values.insert(input.name.to_owned(), value);
        }
        formula::compute(&self.lines, values).map_err(|name| {
            format!("{MODEL}: there is no `{name}`")
        })
    }
}

fn parsed<T>(
    root: &Path,
    file: &str,
    parse: impl Fn(&str) -> anyhow::Result<T>,
) -> Result<T, String> {
    let text = fs::read_to_string(root.join(file));
    let text = text.map_err(|error| {
        format!(
            "{file}: {error}; `cargo run --release --bin \
             calculator -- record` measures it"
        )
    })?;
    parse(&text).map_err(|error| format!("{file}: {error:#}"))
}

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Time,
    Size,
    Number,
}

impl Kind {
    /// Returns what `name` is.
    pub(super) fn of(name: &str) -> Self {
        const NUMBERS: [&str; 7] = [
            "requests",
            "concurrency",
            "cores",
            "at_once",
            "turns",
            "batch",
            "pause",
        ];
        match name {
            _ if NUMBERS.contains(&name) => Self::Number,
            "held" => Self::Size,
            _ if name.contains("memory") => Self::Size,
            _ => Self::Time,
        }
    }

    /// Returns its name, for the script.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Size => "size",
            Self::Number => "number",
        }
    }

    /// Returns `value` as people read it.
    pub(super) fn show(self, value: f64) -> String {
        let sign = if value < 0.0 { "−" } else { "" };
        let value = value.abs();
        let shown = match self {
            Self::Time => units::time(value * 1e9),
            Self::Size => units::size(value),
            Self::Number => {
                ((value * 100.0).round() / 100.0).to_string()
            }
        };
        format!("{sign}{shown}")
    }
}
