//! # The desk that takes everything
//!
//! A desk takes images, and a thread writes them to a slow disk.
//! `put` never waits: whoever calls it has other callers to serve.
//! But while the disk is busy, all images that come pile up in
//! memory, and nobody hears of it before there is none left.
//!
//! Mend the desk: no more than `ROOM` images may wait, besides the
//! one that is being written. If there is no room, `put` returns
//! the image as an `Err`, so that its owner can come again later.
//! It still never waits, and what it takes is written, in order.

use crossbeam_channel::{self as channel, Sender};
use std::{thread, thread::JoinHandle, time::Duration};

const ROOM: usize = 4;

/// An image, by its number; in earnest it has many bytes.
#[derive(Debug, PartialEq)]
struct Image(usize);

/// Where images wait for the disk.
struct Desk(Sender<Image>);

impl Desk {
    /// Starts the thread that writes. It ends when the desk is
    /// dropped, and everything is written.
    fn open(
        write: impl FnMut(Image) + Send + 'static,
    ) -> (Self, JoinHandle<()>) {
        // TODO: how many fit in here? And if one more comes?
        let (orders, taken) = channel::unbounded();
        let work = || taken.into_iter().for_each(write);
        (Self(orders), thread::spawn(work))
    }

    /// Takes an image that is to be written, or returns it.
    fn put(&self, image: Image) -> Result<(), Image> {
        let sent = self.0.send(image);
        sent.map_err(|refused| refused.into_inner())
    }
}

fn main() {
    let disk = |_| thread::sleep(Duration::from_millis(20));
    let (desk, writer) = Desk::open(disk);
    let came = 30;
    let put = |number: &usize| desk.put(Image(*number)).is_ok();
    let taken = (1..=came).filter(put).count();
    println!("{came} images came, and {taken} are in memory.");
    drop(desk);
    writer.join().expect("the writer panicked");
}

#[cfg(test)]
mod tests {
    use super::*;
    use ntest::timeout;

    #[test]
    #[timeout(10_000)]
    fn a_desk_with_a_busy_disk_takes_what_it_has_room_for() {
        // The disk tells what it begins, and waits for a word.
        let (begin, begun) = channel::bounded(100);
        let (go, may_go) = channel::bounded::<()>(1);
        let (desk, writer) = Desk::open(move |Image(number)| {
            begin.send(number).ok();
            may_go.recv().ok();
        });
        assert_eq!(desk.put(Image(0)), Ok(()), "nothing waits yet");
        assert_eq!(begun.recv(), Ok(0), "the disk is busy with 0");

        let (tell, told) = channel::bounded(1);
        thread::spawn(move || {
            let put = |number| desk.put(Image(number));
            let ends: Vec<_> = (1..=50).map(put).collect();
            tell.send((desk, ends)).ok();
        });
        let told = told.recv_timeout(Duration::from_secs(2));
        let (desk, ends) = told.expect(
            "`put` still waits: the desk is full, and room comes \
             only when the disk is ready. Whoever called `put` \
             wanted the image back, and no wait",
        );
        let taken = ends.iter().filter(|end| end.is_ok()).count();
        assert!(
            taken <= ROOM,
            "the desk took {taken} images while the disk wrote \
             none: all are in memory now. There was to be room \
             for {ROOM}; an unbounded channel never says no"
        );
        assert_eq!(
            taken, ROOM,
            "there was room for {ROOM} images besides the one that \
             is written, and the desk took {taken}"
        );
        let last = ends.last().expect("there are 50");
        assert_eq!(*last, Err(Image(50)), "another one came back");

        go.send(()).expect("the disk is there");
        assert_eq!(begun.recv(), Ok(1), "image 1 is the next one");
        let again = desk.put(Image(50));
        assert_eq!(again, Ok(()), "the disk took 1: there is room");
        drop((desk, go));
        writer.join().expect("the writer panicked");
        let rest: Vec<_> = begun.iter().collect();
        assert_eq!(
            rest,
            [2, 3, 4, 50],
            "what the desk takes is written, in order"
        );
    }
}
