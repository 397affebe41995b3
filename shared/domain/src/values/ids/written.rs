//! Ids of reviews that were written elsewhere, perhaps long ago. They follow from the time of writing, because lists
//! are sorted by id.

use jiff::Timestamp;

use super::{EPOCH_MS, Id, OfReview, RANDOM_BITS};

/// 2026-01-01T00:00:00Z in Unix seconds. No shop existed before, so the ids of 2025 are free for all reviews written
/// earlier.
const FIRST_SHOP_S: i64 = 1_767_225_600;
/// How many ids each second from 1970 to [`FIRST_SHOP_S`] has.
const EARLY_IDS_A_SECOND: u64 = 73_000;

impl Id<OfReview> {
    /// The first and the last id of reviews that were written in the second of `at`. Later seconds have higher ids.
    /// Times before 1970 have the ids of the first second of 1970.
    pub fn of_second(at: Timestamp) -> (Self, Self) {
        let second = at.as_second().max(0);
        let (first, count) = match u64::try_from(second) {
            Ok(early) if second < FIRST_SHOP_S => (early * EARLY_IDS_A_SECOND, EARLY_IDS_A_SECOND),
            _ => (u64::try_from(second * 1_000 - EPOCH_MS).unwrap_or_default() << RANDOM_BITS, 1_000 << RANDOM_BITS),
        };
        let id = |number: u64| Self::new(number.clamp(1, Self::MAX)).unwrap_or_else(|| Self::mint(at, 0));
        (id(first), id(first + count - 1))
    }

    /// An id for a review written at this time: the `number`th id of the second, modulo the number of ids.
    pub fn written(at: Timestamp, number: u64) -> Self {
        let (first, last) = Self::of_second(at);
        let count = last.get() - first.get() + 1;
        Self::new(first.get() + number % count).unwrap_or(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::ReviewId;

    #[test]
    fn later_seconds_have_higher_ids_and_what_is_written_here_lies_in_its_second() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let times = [
            "1970-01-01T00:00:00Z",
            "1999-12-31T23:59:59Z",
            "2024-12-31T23:59:59Z",
            "2025-01-01T00:00:00Z",
            "2025-12-31T23:59:59Z",
            "2026-01-01T00:00:00Z",
            "2026-01-01T00:00:01Z",
            "2026-11-20T06:00:00Z",
        ];
        let seconds: Vec<_> = times.iter().map(|time| ReviewId::of_second(at(time))).collect();
        for pair in seconds.windows(2) {
            assert!(pair[0].1 < pair[1].0, "{pair:?}");
        }
        let now = at("2026-11-20T06:00:00.999Z");
        let (first, last) = ReviewId::of_second(now);
        assert!(first < ReviewId::mint(now, 0) && ReviewId::mint(now, 0xffff) == last);
        for number in [0, 1, 73_000, u64::MAX] {
            for (time, (first, last)) in times.iter().zip(&seconds) {
                let id = ReviewId::written(at(time), number);
                assert!((first..=last).contains(&&id), "{time} {number}");
            }
        }
    }
}
