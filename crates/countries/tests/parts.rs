//! The parts that both halves share, one by one.

use std::cmp::Ordering;

use countries::table::Range;

#[test]
fn ranges_that_meet_support_no_sentence() {
    for (this, other, expected) in [
        (Range(100, 110), Range(200, 210), Ordering::Less),
        (Range(200, 210), Range(100, 110), Ordering::Greater),
        (Range(100, 110), Range(110, 120), Ordering::Equal),
        (Range(100, 150), Range(120, 130), Ordering::Equal),
        // A gap that is small beside the times.
        (Range(425, 427), Range(431, 432), Ordering::Equal),
        (Range(0, 0), Range(0, 0), Ordering::Equal),
        (Range(0, 0), Range(1, 1), Ordering::Less),
    ] {
        assert_eq!(this.against(other), expected, "{this} {other}");
    }
}

#[test]
fn a_range_spans_all_figures() {
    assert_eq!(Range::of([].into_iter()), None);
    let one = Range::of([7].into_iter()).expect("a figure");
    assert_eq!(one.to_string(), "7");
    let more = Range::of([7, 5, 9].into_iter()).expect("figures");
    assert_eq!(more.to_string(), "5-9");
}
