//! A lesson's own options, and its own defaults, for clap.

use clap::{Arg, ArgAction, ArgMatches};
use lesson::{Opt, Value, Values};

use crate::program::Program;

/// Gives `arg` the default that `program` has for it, if it has.
pub(crate) fn with_default(arg: Arg, program: &Program) -> Arg {
    let long = arg.get_long().unwrap_or_default();
    let mut defaults = program.defaults.iter();
    match defaults.find(|(name, _)| *name == long) {
        Some((_, default)) => arg.default_value(default),
        None => arg,
    }
}

/// Turns an option of a lesson into one of clap's.
pub(crate) fn arg(option: &Opt) -> Arg {
    let Opt { name, takes, .. } = *option;
    let arg = Arg::new(name).long(name).help(option.help());
    match takes.value_name() {
        None => arg.action(ArgAction::SetTrue),
        Some(value) => arg
            .value_name(value)
            .value_parser(move |text: &str| takes.parse(text)),
    }
}

/// Returns the values of the lesson's options.
pub(crate) fn values(
    program: &Program,
    matches: &ArgMatches,
) -> Values {
    let mut values = Values::defaults(program.options);
    for option in program.options {
        let value = match option.takes.value_name() {
            None => {
                Some(Value::Switch(matches.get_flag(option.name)))
            }
            Some(_) => {
                matches.get_one::<Value>(option.name).cloned()
            }
        };
        if let Some(value) = value {
            values.set(option, value);
        }
    }
    values
}
