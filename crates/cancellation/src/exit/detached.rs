//! A task whose handle was dropped, when its runtime ends.

pub mod wrong;
