//! What the calculator says, in one language.

/// Its words.
#[derive(Debug)]
pub(super) struct Words {
    /// Above it.
    pub(super) title: &'static str,
    /// Beside the inputs, in their order.
    pub(super) inputs: [&'static str; 6],
    /// Beside the choice of a client, and both clients.
    pub(super) client: &'static str,
    pub(super) clients: [&'static str; 2],
    /// One by one, threads, tasks.
    pub(super) ways: [&'static str; 3],
    /// Threads and tasks, within a sentence.
    pub(super) units: [&'static str; 2],
    /// Wall time, CPU time, memory.
    pub(super) figures: [&'static str; 3],
    /// A case: `{0}` requests, `{1}` at once, delay `{2}`.
    pub(super) case: &'static str,
    /// The head of the column of cases.
    pub(super) cases: &'static str,
    /// The heads of the formula: what, how, now, in words.
    pub(super) formula: [&'static str; 4],
    /// The heads of the constants: which, what it is.
    pub(super) constants: [&'static str; 2],
    /// The heads of the errors: what, half, nine of ten, worst.
    pub(super) errors: [&'static str; 4],
    /// Opens the table of all predictions.
    pub(super) all: &'static str,
    /// What is in its cells.
    pub(super) cell: &'static str,
    /// What the script says.
    pub(super) script: Script,
    /// What each name of the formula stands for.
    pub(super) meanings: &'static [(&'static str, &'static str)],
}

/// What the script says.
#[derive(Debug, serde::Serialize)]
pub(super) struct Script {
    /// `{what}` differs by less than the model's error.
    pub(super) same: &'static str,
    /// `{more}` takes `{times}` times as much `{what}` as `{less}`.
    pub(super) more: &'static str,
    /// Beside the input of files.
    pub(super) load: &'static str,
    /// Brings the reference machine's constants back.
    pub(super) reset: &'static str,
    /// Whose constants these are: `{file}`, `{machine}`, `{date}`.
    pub(super) loaded: &'static str,
    /// The figures were taken in a hurry.
    pub(super) quick: &'static str,
    /// `{file}` is something else.
    pub(super) foreign: &'static str,
    /// An input is out of its range.
    pub(super) range: &'static str,
}

impl Words {
    /// Returns what `name` stands for.
    pub(super) fn meaning(&self, name: &str) -> Option<&str> {
        let mut meanings = self.meanings.iter();
        meanings.find(|(it, _)| *it == name).map(|(_, it)| *it)
    }
}
