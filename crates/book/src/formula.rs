//! Formulas, taken from the source of the function that computes
//! them: shown on a page, and handed to its script.

mod show;

use std::collections::BTreeMap;

use syn::{BinOp, Expr, Item, Lit, Pat, Stmt};

/// A figure's name, and how it is computed.
pub type Line = (String, Formula);

/// Figures by their names.
pub type Values = BTreeMap<String, f64>;

/// A sum, a product, a call; or what they are made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// A number.
    Number(f64),
    /// Another figure.
    Name(String),
    /// `+`, `-`, `*`, `/`, `min`, `max` or `ceil`, and of what.
    Call(&'static str, Vec<Formula>),
}

/// The operations that there are: those of the page's script.
const CALLS: [&str; 3] = ["min", "max", "ceil"];

/// Returns what `source` computes in its function `name`, line by
/// line: each `let` of one figure.
///
/// # Errors
///
/// If it does something that is no formula: which line, and what.
pub fn lines(
    source: &str,
    name: &str,
) -> Result<Vec<Line>, (usize, String)> {
    let file = syn::parse_file(source).map_err(|error| {
        (error.span().start().line, error.to_string())
    })?;
    let mut items = file.items.into_iter();
    let function = items.find_map(|item| match item {
        Item::Fn(it) if it.sig.ident == name => Some(it),
        _ => None,
    });
    let function = function
        .ok_or_else(|| (0, format!("has no function {name}")))?;
    let mut lines = Vec::new();
    for statement in function.block.stmts {
        let Stmt::Local(local) = statement else { continue };
        let (Pat::Ident(figure), Some(value)) =
            (&local.pat, &local.init)
        else {
            continue;
        };
        let formula = Formula::of(&value.expr)?;
        lines.push((figure.ident.to_string(), formula));
    }
    Ok(lines)
}

/// Computes `lines` one after the other, from `values` on.
///
/// # Errors
///
/// The name of a figure that is not there.
pub fn compute(
    lines: &[Line],
    mut values: Values,
) -> Result<Values, String> {
    for (name, formula) in lines {
        let value = formula.value(&values)?;
        values.insert(name.clone(), value);
    }
    Ok(values)
}

impl Formula {
    fn of(expression: &Expr) -> Result<Self, (usize, String)> {
        use syn::spanned::Spanned;
        let line = expression.span().start().line;
        let foreign = || {
            let what = "is no sum, product, min, max or ceil";
            (line, what.to_owned())
        };
        match expression {
            Expr::Paren(it) => Self::of(&it.expr),
            Expr::Path(it) => {
                let name = it.path.get_ident();
                let name = name.ok_or_else(foreign)?;
                Ok(Self::Name(name.to_string()))
            }
            Expr::Lit(it) => match &it.lit {
                Lit::Float(it) => {
                    let value = it.base10_parse();
                    value.map(Self::Number).map_err(|_| foreign())
                }
                _ => Err(foreign()),
            },
            Expr::Binary(it) => {
                let call = match it.op {
                    BinOp::Add(_) => "+",
                    BinOp::Sub(_) => "-",
                    BinOp::Mul(_) => "*",
                    BinOp::Div(_) => "/",
                    _ => return Err(foreign()),
                };
                let parts =
                    [Self::of(&it.left)?, Self::of(&it.right)?];
                Ok(Self::Call(call, parts.into()))
            }
            Expr::MethodCall(it) => {
                let mut calls = CALLS.into_iter();
                let call = calls.find(|call| it.method == call);
                let call = call.ok_or_else(foreign)?;
                let parts = [&*it.receiver].into_iter();
                let parts = parts.chain(&it.args).map(Self::of);
                Ok(Self::Call(
                    call,
                    parts.collect::<Result<_, _>>()?,
                ))
            }
            _ => Err(foreign()),
        }
    }

    fn value(&self, values: &Values) -> Result<f64, String> {
        let (call, parts) = match self {
            Self::Number(value) => return Ok(*value),
            Self::Name(name) => {
                let value = values.get(name).copied();
                return value.ok_or_else(|| name.clone());
            }
            Self::Call(call, parts) => (*call, parts),
        };
        let parts = parts.iter().map(|it| it.value(values));
        let parts = parts.collect::<Result<Vec<_>, _>>()?;
        Ok(match (call, parts.as_slice()) {
            ("+", [one, other]) => one + other,
            ("-", [one, other]) => one - other,
            ("*", [one, other]) => one * other,
            ("/", [one, other]) => one / other,
            ("min", [one, other]) => one.min(*other),
            ("max", [one, other]) => one.max(*other),
            (_, [one]) => one.ceil(),
            _ => return Err(call.to_owned()),
        })
    }
}
