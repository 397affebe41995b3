//! When the files of a shop's published reviews, which shopping sites fetch, must be written anew.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::stored::ms;

/// The files of a shop's published reviews, as they were last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFeeds {
    /// When the first review was read for them. What changed since may be missing.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    /// When they were done.
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    /// How many reviews are in each.
    pub reviews: u64,
    /// How many reviews the shop had published, those without words or without a product's page included.
    pub published: u64,
}

impl MadeFeeds {
    /// The number of reviews that came or went after which the files are not left until the night.
    pub const CHANGES: u64 = 500;
    /// The hour of the shop's day from which on the files of that day are written.
    const NIGHT: SignedDuration = SignedDuration::from_hours(2);

    /// Whether the files must be written anew: in each night of the shop's time zone, after many changes, and after something
    /// that they may have was withheld, withdrawn or erased.
    pub fn is_outdated(&self, published: u64, removed_at: Option<Timestamp>, zone: &TimeZone, now: Timestamp) -> bool {
        let night = |at: Timestamp| {
            let at = at.saturating_sub(Self::NIGHT).unwrap_or(at);
            at.to_zoned_datetime(zone.clone()).date()
        };
        removed_at.is_some_and(|at| at >= self.since)
            || published.abs_diff(self.published) >= Self::CHANGES
            || night(now) != night(self.since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_written_nightly_after_many_changes_and_after_a_removal() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let since = at("2026-11-20T06:00:00Z");
        let made = MadeFeeds { since, at: at("2026-11-20T06:00:30Z"), reviews: 900, published: 1_000 };
        let is_outdated = |published, removed: Option<&str>, now: &str| {
            made.is_outdated(published, removed.map(at), &TimeZone::UTC, at(now))
        };
        assert!(!is_outdated(1_000, None, "2026-11-21T01:59:59Z"));
        assert!(is_outdated(1_000, None, "2026-11-21T02:00:00Z"));
        for (published, expected) in [(501, false), (500, true), (1_499, false), (1_500, true)] {
            assert_eq!(is_outdated(published, None, "2026-11-20T07:00:00Z"), expected, "{published}");
        }
        assert!(!is_outdated(1_000, Some("2026-11-20T05:59:59Z"), "2026-11-20T07:00:00Z"));
        assert!(
            is_outdated(1_000, Some("2026-11-20T06:00:00Z"), "2026-11-20T07:00:00Z"),
            "it may have been read before"
        );
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        assert!(made.is_outdated(1_000, None, &berlin, at("2026-11-21T01:00:00Z")), "the shop's own night");
    }
}
