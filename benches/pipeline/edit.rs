//! Changes of one letter.

use std::path::Path;

/// Path, and what stands there in turns.
pub type Change = (&'static str, &'static str, &'static str);

/// A step, and the original under which its translation is found.
pub const STEP: &[Change] = &[
    ("regulations/almaty/2019-2-260/01-job-seeker-registration.yaml", STEP_ONE, STEP_OTHER),
    ("regulations/translations/almaty/2019-2-260/ru-kk.yaml", STEP_ONE, STEP_OTHER),
];
const STEP_ONE: &str = "оформление уведомления";
const STEP_OTHER: &str = "оформлeние уведомления";

/// Makes changes, or takes them back.
pub fn apply(root: &Path, changes: &[Change], forth: bool) {
    for (path, one, other) in changes {
        let path = root.join(path);
        let text = std::fs::read_to_string(&path).unwrap();
        let (from, to) = if forth { (one, other) } else { (other, one) };
        std::fs::write(path, text.replace(from, to)).unwrap();
    }
}
