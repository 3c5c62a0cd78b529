//! How long something takes, and when it can be said which of two takes longer.

use std::cmp::Ordering;

use super::Measure;
use crate::vocabulary::Unit;

/// Minutes of a working day. What is shorter than that is shorter than any day.
const WORKING_DAY: u64 = 8 * 60;

/// A length of time in units that are never turned into each other: no days of one kind into another, no months into
/// days, no days into hours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    minutes: u64,
    /// Days of unsaid kind, working days, calendar days, months.
    days: [u64; 4],
    /// Something is not counted in it: it is so long at least.
    at_least: bool,
}

impl Length {
    /// The sum of some measures.
    pub fn of(measures: impl IntoIterator<Item = Measure>) -> Self {
        let mut length = Self::default();
        for Measure { value, unit } in measures {
            let value = u64::from(value);
            match unit {
                Unit::Minute => length.minutes += value,
                Unit::Hour => length.minutes += 60 * value,
                Unit::Day => length.days[0] += value,
                Unit::WorkingDay => length.days[1] += value,
                Unit::CalendarDay => length.days[2] += value,
                Unit::Month => length.days[3] += value,
            }
        }
        length
    }

    /// The same, where something is not counted in it.
    #[must_use]
    pub fn or_longer(self) -> Self {
        Self { at_least: true, ..self }
    }

    /// Whether it is shorter, longer or as long as another; `None` where nobody can tell: ten working days may be more or
    /// less than twelve calendar days.
    pub fn compared(&self, other: &Self) -> Option<Ordering> {
        let order = self.counted(other)?;
        let known = match order {
            Ordering::Less => !self.at_least,
            Ordering::Equal => !self.at_least && !other.at_least,
            Ordering::Greater => !other.at_least,
        };
        known.then_some(order)
    }

    /// The order of what is counted.
    fn counted(&self, other: &Self) -> Option<Ordering> {
        let pairs = || self.days.iter().zip(&other.days);
        let days = match (pairs().any(|(own, other)| own < other), pairs().any(|(own, other)| own > other)) {
            (true, true) => return None,
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => Ordering::Equal,
        };
        let clock = self.minutes.cmp(&other.minutes);
        // Days outweigh the minutes beside them where these do not fill one.
        let outweighed = self.minutes.max(other.minutes) < WORKING_DAY;
        (days == Ordering::Equal || days == clock || clock == Ordering::Equal || outweighed).then(|| days.then(clock))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(parts: &[(u32, Unit)]) -> Length {
        Length::of(parts.iter().map(|(value, unit)| Measure { value: *value, unit: *unit }))
    }

    #[test]
    fn lengths_are_compared_only_where_it_can_be_told() {
        use Unit::{CalendarDay, Day, Hour, Minute, Month, WorkingDay};
        type Parts<'a> = &'a [(u32, Unit)];
        let cases: [(Parts<'_>, Parts<'_>, Option<Ordering>); 12] = [
            (&[(7, WorkingDay)], &[(10, WorkingDay)], Some(Ordering::Less)),
            (&[(10, WorkingDay)], &[(10, WorkingDay)], Some(Ordering::Equal)),
            (&[(1, Hour)], &[(60, Minute)], Some(Ordering::Equal)),
            (&[(25, Minute)], &[(5, WorkingDay)], Some(Ordering::Less)),
            (&[(15, Minute)], &[(3, Day)], Some(Ordering::Less)),
            (&[(5, WorkingDay)], &[(10, CalendarDay)], None),
            (&[(5, WorkingDay)], &[(5, Day)], None),
            (&[(1, Month)], &[(30, CalendarDay)], None),
            (&[(5, WorkingDay), (90, Minute)], &[(7, WorkingDay)], Some(Ordering::Less)),
            (&[(20, Hour)], &[(1, WorkingDay)], None),
            (&[(20, Hour), (1, WorkingDay)], &[(1, WorkingDay)], Some(Ordering::Greater)),
            (&[(5, WorkingDay), (1, CalendarDay)], &[(5, WorkingDay)], Some(Ordering::Greater)),
        ];
        for (one, other, expected) in cases {
            assert_eq!(length(one).compared(&length(other)), expected, "{one:?} and {other:?}");
            let back = length(other).compared(&length(one));
            assert_eq!(back, expected.map(Ordering::reverse), "{other:?} and {one:?}");
        }
    }

    #[test]
    fn what_is_not_counted_only_makes_longer() {
        let days = |count| length(&[(count, Unit::WorkingDay)]);
        assert_eq!(days(10).or_longer().compared(&days(7)), Some(Ordering::Greater));
        assert_eq!(days(7).compared(&days(10).or_longer()), Some(Ordering::Less));
        assert_eq!(days(7).or_longer().compared(&days(10)), None);
        assert_eq!(days(10).or_longer().compared(&days(10)), None);
        assert_eq!(days(10).or_longer().compared(&days(7).or_longer()), None);
    }
}
