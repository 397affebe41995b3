//! When the file of a shop's published reviews, which Google fetches, must be written anew.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::values::ms;

/// The file of a shop's published reviews, as it was last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeFeed {
    /// When the first review was read for it, or when it was last seen that nothing had changed. What changed since may be
    /// missing.
    #[serde(with = "ms::required")]
    pub since: Timestamp,
    #[serde(with = "ms::required")]
    pub at: Timestamp,
    /// How many reviews are in it.
    pub reviews: u64,
    /// How many reviews the shop had published, those without words or without a product's page included.
    pub published: u64,
}

/// Whether the file must be written anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outdated {
    No,
    /// Only if anything that it shows has changed.
    IfChanged,
    Yes,
}

impl MadeFeed {
    /// The number of reviews that came or went after which the file is not left until the night.
    pub const CHANGES: u64 = 500;
    /// The hour of the shop's day from which on the file of that day is written.
    const NIGHT: SignedDuration = SignedDuration::from_hours(2);
    /// The age at which the file is written anew although nothing has changed, because a release may write it otherwise.
    const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

    /// Whether the file must be written anew: in each night of the shop's time zone if anything has changed, after many
    /// changes, and after something that it may have was withheld, withdrawn or erased.
    pub fn is_outdated(
        &self,
        published: u64,
        removed_at: Option<Timestamp>,
        zone: &TimeZone,
        now: Timestamp,
    ) -> Outdated {
        let night = |at: Timestamp| {
            let at = at.saturating_sub(Self::NIGHT).unwrap_or(at);
            at.to_zoned_datetime(zone.clone()).date()
        };
        if removed_at.is_some_and(|at| at >= self.since) || published.abs_diff(self.published) >= Self::CHANGES {
            return Outdated::Yes;
        }
        match night(now) != night(self.since) {
            true if now.duration_since(self.at) >= Self::KEPT_FOR => Outdated::Yes,
            true => Outdated::IfChanged,
            false => Outdated::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_written_nightly_if_anything_changed_and_after_many_changes_a_removal_or_a_month() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let since = at("2026-11-20T06:00:00Z");
        let made = MadeFeed { since, at: at("2026-11-20T06:00:30Z"), reviews: 900, published: 1_000 };
        let is_outdated = |published, removed: Option<&str>, now: &str| {
            made.is_outdated(published, removed.map(at), &TimeZone::UTC, at(now))
        };
        assert_eq!(is_outdated(1_000, None, "2026-11-21T01:59:59Z"), Outdated::No);
        assert_eq!(is_outdated(1_000, None, "2026-11-21T02:00:00Z"), Outdated::IfChanged);
        assert_eq!(is_outdated(1_000, None, "2026-12-20T06:00:29Z"), Outdated::IfChanged);
        assert_eq!(is_outdated(1_000, None, "2026-12-20T06:00:30Z"), Outdated::Yes);
        use Outdated::{No, Yes};
        for (published, expected) in [(501, No), (500, Yes), (1_499, No), (1_500, Yes)] {
            assert_eq!(is_outdated(published, None, "2026-11-20T07:00:00Z"), expected, "{published}");
        }
        assert_eq!(is_outdated(1_000, Some("2026-11-20T05:59:59Z"), "2026-11-20T07:00:00Z"), No);
        let removed = is_outdated(1_000, Some("2026-11-20T06:00:00Z"), "2026-11-20T07:00:00Z");
        assert_eq!(removed, Yes, "it may have been read before");
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let of_berlin = made.is_outdated(1_000, None, &berlin, at("2026-11-21T01:00:00Z"));
        assert_eq!(of_berlin, Outdated::IfChanged, "the shop's own night");
    }
}
