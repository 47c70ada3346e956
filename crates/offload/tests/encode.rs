//! How many pictures are encoded at once.

mod support;

use std::{
    collections::HashSet,
    sync::{Barrier, Mutex, mpsc},
};

use flags::Unit;
use offload::{
    Shelf,
    encode::{Picture, Studio, Way, ways},
};
use support::{in_time, more, told_pulse};

/// A GIF image of two by one pixels.
const TINY: &[u8] = b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\
    \x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0\x3b";

const COUNT: usize = 6;

fn halves() -> [[Way; 3]; 2] {
    [ways(Unit::Thread), ways(Unit::Task)]
}

/// What was seen of a way.
struct Seen {
    size_bytes: usize,
    at_once: usize,
    threads: usize,
}

/// The ticks of a heartbeat.
type Ticks = Mutex<mpsc::Receiver<()>>;

/// Encodes in `way`; `begun` is called for each picture that is
/// begun.
fn run(
    way: Way,
    begun: impl Fn(&Ticks) + Send + Sync + 'static,
) -> Seen {
    in_time(way.name, move || {
        let (pulse, ticks) = told_pulse();
        let ticks = Mutex::new(ticks);
        let shelf = Shelf::calling(move |_| begun(&ticks));
        let picture = Picture::decode(TINY).expect("a picture");
        let studio = Studio::new(vec![picture], COUNT, 2, shelf);
        let size = (way.run)(&pulse, &studio);
        let size_bytes = size.expect("it encodes");
        let at_once = studio.shelf.holding().peak_count;
        let threads = studio.threads();
        Seen { size_bytes, at_once, threads }
    })
}

#[test]
fn as_many_pictures_are_encoded_at_once_as_there_are_cores() {
    for [_, few, _] in halves() {
        let two = Barrier::new(2);
        let seen = run(few, move |ticks| {
            two.wait();
            // As long as more could come.
            let ticks = ticks.lock().expect("nobody panics");
            more(5, &ticks).expect("the heartbeat goes on");
        });
        assert_eq!(seen.at_once, 2, "{}", few.name);
    }
}

#[test]
fn without_a_bound_each_picture_takes_a_thread_at_once() {
    for [_, _, all] in halves() {
        let each = Barrier::new(COUNT);
        let seen = run(all, move |_| {
            each.wait();
        });
        assert_eq!((seen.at_once, seen.threads), (COUNT, COUNT));
    }
}

#[test]
fn who_encodes_here_has_one_thread() {
    for [here, _, _] in halves() {
        let seen = run(here, |_| ());
        assert_eq!((seen.at_once, seen.threads), (1, 1));
    }
}

#[test]
fn all_ways_encode_the_same() {
    let ways = halves().concat().into_iter();
    let sizes = ways.map(|way| run(way, |_| ()).size_bytes);
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
