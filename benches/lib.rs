//! Criterion benches, a file for each lesson.
//!
//! `cargo bench -p benches --bench download` runs one of them,
//! `just bench` all.
