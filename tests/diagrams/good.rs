//! Pictures drawn by hand, without a fault; and what happens to them line by line.

use crate::support::picture::measures::Measures;
use crate::support::picture::read;
use crate::{faults, good, listed, width_of};

const NAMES: [&str; 3] = ["straight", "choice", "kazakh"];

#[test]
fn good_pictures_have_no_faults() {
    for name in NAMES {
        let faults = faults(&good(name));
        assert!(faults.is_empty(), "{name}:\n{}", listed(&faults));
    }
}

#[test]
fn what_lines_have_in_common_is_counted_once() {
    let measures = |name| read(&good(name), &width_of).unwrap().measures();
    let straight = Measures { crossings: 0, bends: 2, length: 80 + 34 + 280 + 40, width: 480, height: 400 };
    assert_eq!(measures("straight"), straight);
    // The arrow back crosses a join and an arrow. The arrows of box 3 share their beginning, those to the end their end.
    let length = 80 + 80 + 20 + 44 + 290 + 50 + 150 + (110 + 212 + 100) + (50 + 265) + (50 + 265);
    assert_eq!(measures("choice"), Measures { crossings: 2, bends: 9, length, width: 720, height: 650 });
}

/// The lines of a file that draw something, with what stands before and after them.
fn lines(svg: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut before = 0;
    svg.split_inclusive('\n').filter_map(move |line| {
        let at = before;
        before += line.len();
        let draws =
            line.contains('>') && !line.starts_with("<g class=\"d-l") && !line.starts_with("<g class=\"d-shapes");
        let closed = !line.starts_with("<svg") && !line.starts_with("</");
        (draws && closed).then_some((&svg[..at], line, &svg[before..]))
    })
}

#[test]
fn nothing_can_be_drawn_twice() {
    for name in NAMES {
        let svg = good(name);
        for (before, line, after) in lines(&svg) {
            assert!(!faults(&[before, line, line, after].concat()).is_empty(), "{name}: twice\n{line}");
        }
    }
}

#[test]
fn nothing_but_labels_can_be_left_out() {
    for name in NAMES {
        let svg = good(name);
        for (before, line, after) in lines(&svg).filter(|(_, line, _)| !line.contains("class=\"d-label\"")) {
            assert!(!faults(&[before, after].concat()).is_empty(), "{name}: without\n{line}");
        }
    }
}

#[test]
fn nothing_that_is_cut_off_or_garbled_makes_the_reader_panic() {
    for name in NAMES {
        let svg = good(name);
        for (place, letter) in svg.char_indices().step_by(7) {
            assert!(!faults(&svg[..place]).is_empty(), "{name}: cut off at {place}");
            for other in ["9", "-", " ", "x", "\""] {
                faults(&[&svg[..place], other, &svg[place + letter.len_utf8()..]].concat());
            }
        }
    }
}
