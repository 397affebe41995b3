//! A channel's pace: while its provider takes fewer messages than are due, they line up for instants at its rate.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};

use crate::Tenant;

/// The lanes of a line: each shop has one of them, and so has its turn before another shop's backlog.
pub const LANES: u64 = 64;
/// A lane has one instant in so many of the line's, or fewer if more lanes are busy: with more, messages would find the provider
/// taken too often.
const TURNS_MIN: i32 = 8;
/// How many instants are given out for each that the provider has: what it refuses lines up again, and what it could have
/// taken is lost.
const OVERBOOKED: f64 = 1.05;
/// For how long a pace is kept: after that the provider's rate is asked for again.
pub const PACE_KEPT: SignedDuration = SignedDuration::from_hours(1);

/// The line of a channel's messages. It belongs to the account, so to every shop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// The first instant that nobody has.
    pub free_at: Timestamp,
    /// The time from one instant to the next.
    pub interval: SignedDuration,
    /// The first instant that nobody has in a lane, unless it never had one.
    pub lanes: BTreeMap<u64, Timestamp>,
}

/// A place in the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The next instant of all, whichever that is by now.
    Last,
    /// An instant of the shop's lane, which had been free from `seen` on, if it had any.
    InLane {
        /// The lane.
        lane: u64,
        /// The lane's first free instant, as it was read.
        seen: Option<Timestamp>,
        /// The message's instant.
        at: Timestamp,
        /// The lane's first free instant after that.
        free_at: Timestamp,
    },
}

impl Pace {
    /// The time from one message to the next for a provider that takes so many a second.
    #[must_use]
    pub fn interval(a_second: f64) -> SignedDuration {
        SignedDuration::try_from_secs_f64(1.0 / (a_second * OVERBOOKED)).unwrap_or(SignedDuration::from_secs(1))
    }

    /// Whether nobody stands in line.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.free_at <= now
    }

    /// The earlier one of the places that a shop's message may take. The lanes in which somebody stands have together at most as
    /// many instants as the line, so that a message finds its provider taken once at most, on the average.
    #[must_use]
    pub fn place(&self, tenant: &Tenant, now: Timestamp) -> Place {
        let lane = lane_of(tenant);
        let seen = self.lanes.get(&lane).copied();
        let at = seen.map_or(now, |seen| seen.max(now));
        if self.free_at <= at {
            return Place::Last;
        }
        let busy = self.lanes.values().filter(|free_at| **free_at > now).count();
        let turns = i32::try_from(busy).unwrap_or(i32::MAX).max(TURNS_MIN);
        let free_at = at.saturating_add(self.interval.saturating_mul(turns)).unwrap_or(at);
        Place::InLane { lane, seen, at, free_at }
    }
}

/// A shop's lane (FNV-1a of its id).
fn lane_of(tenant: &Tenant) -> u64 {
    let hash = tenant
        .id
        .as_str()
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash % LANES
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn shop(id: &str) -> Tenant {
        Tenant::parse(id, "live").unwrap()
    }

    #[test]
    fn a_shop_has_its_turn_before_the_backlog_of_another() {
        let (one, other) = (shop("fern"), shop("oak"));
        let mut pace = Pace { free_at: at(3_600), interval: SignedDuration::from_millis(100), lanes: BTreeMap::new() };
        let Place::InLane { lane, seen: None, at: first, free_at } = pace.place(&one, at(0)) else { panic!() };
        assert_eq!((first, free_at), (at(0), at(0) + SignedDuration::from_millis(800)));
        pace.lanes.insert(lane, free_at);
        let Place::InLane { at: second, .. } = pace.place(&one, at(0)) else { panic!() };
        assert_eq!(second, free_at);
        assert!(matches!(pace.place(&other, at(0)), Place::InLane { at: first, .. } if first == at(0)));
        let crowd = (LANES..LANES + 20).map(|lane| (lane, at(1)));
        let crowded = Pace { lanes: crowd.chain([(lane, at(0))]).collect(), ..pace.clone() };
        let Place::InLane { free_at, .. } = crowded.place(&one, at(0)) else { panic!() };
        assert_eq!(free_at, at(2), "each has its turn");
        pace.lanes.insert(lane, at(3_700));
        assert_eq!(pace.place(&one, at(0)), Place::Last, "its lane is longer than the line");
    }

    #[test]
    fn a_line_is_over_when_its_last_instant_is() {
        let pace = Pace { free_at: at(10), interval: Pace::interval(14.0), lanes: BTreeMap::new() };
        assert!(!pace.is_over(at(9)) && pace.is_over(at(10)));
        assert_eq!(pace.interval.as_micros(), 68_027);
    }
}
