//! The parts that both halves share, one by one.

use std::cmp::Ordering;

use countries::{
    Ends,
    stuck::verdict,
    table::{self, Range},
};

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

#[test]
fn a_sentence_says_no_more_than_the_ranges_do() {
    let said = |this, other| {
        let words = ["came before", "came after"];
        table::sentence([("each", this), ("held", other)], words)
    };
    let (low, high) = (Range(100, 110), Range(200, 210));
    assert_eq!(said(low, high), "each came before held.");
    assert_eq!(said(high, low), "each came after held.");
    let wide = Range(109, 187);
    let untold = "each and held are not told apart.";
    assert_eq!(said(wide, Range(105, 107)), untold);
}

#[test]
fn a_right_version_without_time_accuses_nobody() {
    let ends = |complete, stuck| Ends { complete, stuck, free: 0 };
    let told = verdict(ends(2, 2), ends(0, 4));
    assert!(told.contains("tell nothing"), "{told}");
    let told = verdict(ends(4, 0), ends(4, 0));
    assert!(told.contains("permits enough"), "{told}");
    let told = verdict(ends(4, 0), ends(0, 4));
    assert!(told.starts_with("Complete: 4 of 4 if"), "{told}");
    assert!(told.contains("0 if it does not"), "{told}");
}
