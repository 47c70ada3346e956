//! A lesson's own options, and its own defaults, for clap.

use clap::{Arg, ArgAction, ArgMatches};
use lesson::{Opt, Takes, Value, Values};

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
    let Opt { name, takes, about } = *option;
    let arg = Arg::new(name).long(name);
    let arg = match takes {
        Takes::Duration(_) => arg.value_name("DURATION"),
        Takes::Count(_) => arg.value_name("N"),
        Takes::File => arg.value_name("FILE"),
        Takes::Nothing => {
            let arg = arg.action(ArgAction::SetTrue);
            return arg.help(about);
        }
    };
    let help = match takes {
        Takes::Duration(default) => {
            format!("{about} [default: {default:?}]")
        }
        Takes::Count(default) => {
            format!("{about} [default: {default}]")
        }
        _ => about.to_owned(),
    };
    arg.help(help).value_parser(move |text: &str| takes.parse(text))
}

/// Returns the values of the lesson's options.
pub(crate) fn values(
    program: &Program,
    matches: &ArgMatches,
) -> Values {
    let mut values = Values::defaults(program.options);
    for option in program.options {
        let value = match option.takes {
            Takes::Nothing => {
                Some(Value::Switch(matches.get_flag(option.name)))
            }
            _ => matches.get_one::<Value>(option.name).cloned(),
        };
        if let Some(value) = value {
            values.set(option, value);
        }
    }
    values
}
