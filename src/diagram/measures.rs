//! Sizes and distances of a diagram, in pixels.

use super::text::{Face, Weight};

/// Between two lines of a channel, and between a channel's border and its first line.
pub(super) const TRACK: i32 = 12;
/// From the middle of a box to a port at its side, and from one port to the next, where there is room.
pub(super) const PORT: i32 = 36;
/// From the last line of a channel to the box below it: an arrow head and a piece of its line.
pub(super) const LANDING: i32 = 20;
/// From the border of a box to its text.
pub(super) const PADDING: i32 = 8;
/// Of the corners of a beginning or an end, half of the height of one with one line; a line from the left comes in that
/// far below its top.
pub(super) const ROUND: i32 = 12;
/// Half a diamond.
pub(super) const DIAMOND: i32 = 16;
/// Length of an arrow head; it is as wide.
pub(super) const HEAD: i32 = 8;
/// From the top of a box to the line that joins it to its twins.
pub(super) const JOIN: i32 = 20;
/// Least height of a box: the line to its twins meets its side.
pub(super) const BOX: i32 = 36;
/// From the middle of a column to the words of an arrow at the side, and to an end.
pub(super) const ASIDE: i32 = 24;
/// From the middle of a column to an end at the side.
pub(super) const TERMINAL: i32 = 44;
/// From the words of an arrow to its line.
pub(super) const LABEL_GAP: i32 = 6;

/// Texts of boxes.
pub(super) const TEXT: Face = Face { size: 13, weight: Weight::Regular };
/// Numbers, limits, names of columns.
pub(super) const STRONG: Face = Face { size: 13, weight: Weight::Bold };
/// Words of arrows and ends.
pub(super) const SMALL: Face = Face { size: 12, weight: Weight::Regular };

/// How wide a line is in Arial, in hundredths of what it is in the widest of the fonts in which texts are measured: on
/// the whole, `tools/advances.py` tells of each letter.
const NATURAL: u32 = 93;

/// The length to which a line is held where a font that was not measured may make it too wide for its room; `None`
/// where there is none that does. It is the line's own length in Arial, and so changes nothing there.
pub(super) fn held(width: u32, face: Face, room: i32) -> Option<u32> {
    // DejaVu Sans makes a line wider by 13 hundredths at most, a bold one by 20.
    let wider = match face.weight {
        Weight::Regular => 113,
        Weight::Bold => 120,
    };
    (width * wider > room.unsigned_abs() * 100).then(|| (width * NATURAL).div_ceil(100))
}

/// From one baseline to the next.
pub(super) fn leading(face: Face) -> i32 {
    pixels(face.size) + 4
}

/// Least width of the boxes, where so many columns stand side by side.
pub(super) fn box_width(lanes: usize) -> i32 {
    match lanes {
        0..=2 => 272,
        3 => 248,
        _ => 224,
    }
}

/// Greatest width of a box: no wider than a phone shows.
pub(super) const WIDEST: i32 = 320;

/// A length as a signed number. What does not fit is as long as a diagram may be.
pub(super) fn pixels(length: u32) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX / 4)
}

/// A count as a length.
pub(super) fn times(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 1024)
}

/// The next multiple of four: dots of lines that lie over each other then fall together.
pub(super) fn even(length: i32) -> i32 {
    (length + 3) / 4 * 4
}
