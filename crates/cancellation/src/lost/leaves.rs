//! A thread that loses a record when `main` leaves it.

pub mod wrong;
