//! How many pictures are encoded at once.

mod support;

use std::{
    collections::HashSet,
    sync::{Arc, Barrier},
};

use flags::Unit;
use offload::{
    Pulse, Shelf,
    encode::{Picture, Studio, Way, ways},
};
use support::{TICK, in_time};

/// A GIF image of two by one pixels.
const TINY: &[u8] = b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\
    \x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0\x3b";

const COUNT: usize = 6;

fn halves() -> [[Way; 3]; 2] {
    [ways(Unit::Thread), ways(Unit::Task)]
}

/// Encodes in `way` on a shelf; returns how many were at work at
/// once, and on how many threads.
fn run(way: Way, shelf: Arc<Shelf>) -> (usize, usize, usize) {
    in_time(way.name, move || {
        let picture = Picture::decode(TINY).expect("a picture");
        let studio = Studio::new(vec![picture], COUNT, 2, shelf);
        let pulse = Pulse::new(TICK);
        let size = (way.run)(&pulse, &studio).expect("it encodes");
        let peak = studio.shelf.holding().peak_count;
        (size, peak, studio.threads())
    })
}

/// A shelf on which things lie until there are `count` at once.
fn meeting(count: usize) -> Arc<Shelf> {
    let barrier = Barrier::new(count);
    Shelf::calling(move |_| {
        barrier.wait();
    })
}

#[test]
fn no_more_pictures_are_encoded_at_once_than_there_are_cores() {
    for [_, few, _] in halves() {
        let (_, at_once, _) = run(few, meeting(2));
        assert_eq!(at_once, 2, "{}", few.name);
    }
}

#[test]
fn without_a_bound_each_picture_takes_a_thread_at_once() {
    for [_, _, all] in halves() {
        let (_, at_once, threads) = run(all, meeting(COUNT));
        assert_eq!((at_once, threads), (COUNT, COUNT));
    }
}

#[test]
fn who_encodes_here_has_one_thread() {
    for [here, _, _] in halves() {
        let (_, at_once, threads) = run(here, Shelf::new());
        assert_eq!((at_once, threads), (1, 1));
    }
}

#[test]
fn all_ways_encode_the_same() {
    let sizes = halves().concat().into_iter().map(|way| {
        let (size, ..) = run(way, Shelf::new());
        size
    });
    let sizes: HashSet<_> = sizes.collect();
    assert_eq!(sizes.len(), 1, "{sizes:?}");
}

#[test]
fn an_enlarged_picture_is_one_again() {
    let small = Picture::decode(TINY).expect("a picture");
    let large = small.encode_large().expect("it encodes");
    flags::site::check_image(&large).expect("it is whole");
    let large = Picture::decode(&large).expect("a picture");
    assert_eq!(large.bytes(), small.large_bytes());
}
