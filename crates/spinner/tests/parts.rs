//! What the steps are made of.

use std::time::Duration;

use spinner::{PrimeTest, Screen, Seen, runtime};

const TICK: Duration = Duration::from_millis(100);

#[test]
fn a_sentence_says_whether_the_spinner_turned() {
    let seen = |frames, longest_gap| {
        let seen = Seen { frames, longest_gap, erased: true };
        seen.sentence(TICK)
    };
    assert_eq!(
        seen(30, Duration::from_micros(101_900)),
        "30 frames, the longest gap 101 ms: \
         the spinner kept turning."
    );
    assert_eq!(
        seen(1, Duration::from_secs(3)),
        "1 frame, the longest gap 3.00 s: the spinner stood still."
    );
}

#[test]
fn one_frame_or_a_gap_of_many_ticks_is_standing_still() {
    let turned = |frames, longest_gap| {
        let seen = Seen { frames, longest_gap, erased: true };
        seen.kept_turning(TICK)
    };
    assert!(turned(2, TICK * 5));
    assert!(!turned(2, TICK * 6));
    assert!(!turned(1, TICK));
}

#[test]
fn a_screen_knows_of_its_frames_and_whether_one_is_left() {
    let screen = Screen::silent();
    assert!(screen.seen().erased);
    screen.clone().draw();
    screen.draw();
    let seen = screen.seen();
    assert_eq!((seen.frames, seen.erased), (2, false));
    screen.erase();
    let seen = screen.seen();
    assert_eq!((seen.frames, seen.erased), (2, true));
    assert_eq!(screen.seen(), seen, "nothing is awaited any more");
}

#[test]
fn an_eraser_erases_at_the_end_of_its_scope() {
    let screen = Screen::silent();
    {
        let _eraser = screen.eraser();
        screen.draw();
        assert!(!screen.seen().erased);
    }
    assert!(screen.seen().erased);
}

#[test]
fn primes_are_found_in_one_go_and_step_by_step() {
    let primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41];
    for number in 0..=42 {
        let is_prime = primes.contains(&number);
        let test = PrimeTest::new(number);
        assert_eq!(test.finish(), is_prime, "{number}");
        let mut test = test;
        let found = (0..9).find_map(|_| test.advance(1));
        assert_eq!(found, Some(is_prime), "{number}");
    }
}

#[test]
fn a_test_goes_on_where_it_stopped() {
    let mut test = PrimeTest::new(97 * 97);
    // 2, 3, 5, …, 97: 49 divisors.
    assert_eq!(test.advance(48), None);
    assert_eq!(test.advance(1), Some(false));
}

#[test]
fn a_test_that_is_to_last_is_that_of_a_prime_squared() {
    for work in [0, 1, 20, 1000] {
        let work = Duration::from_millis(work);
        let number = PrimeTest::lasting(work).number();
        let root = number.isqrt();
        assert_eq!(root * root, number);
        assert!(PrimeTest::new(root).finish(), "{root}");
    }
}

#[test]
fn a_runtime_says_how_many_threads_run_its_tasks() {
    let one = runtime::current_thread().expect("a runtime");
    assert!(runtime::describe(&one).contains("one thread"));
    let three = runtime::multi_thread(3).expect("a runtime");
    assert!(runtime::describe(&three).contains("3 threads"));
}
