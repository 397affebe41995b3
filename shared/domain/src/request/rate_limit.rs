//! The rolling limit of invitations: 100 slots, each in use for an hour (Amino's API).
//!
//! Each slot stores when it was last used, so the limit is exact: no period of 3,600 seconds has more than 100
//! invitations, and a slot is free again after an hour, to the millisecond.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::request::Request;
use crate::values::{Fault, Saves};

/// The most invitations within any [`WINDOW`].
pub const SLOTS: usize = 100;
/// How long an accepted invitation counts.
pub const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// When each slot was last used. `N` is a parameter for the tests: with three slots, a million sequences reach every
/// state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slots<const N: usize = SLOTS>([Option<Timestamp>; N]);

/// What is left of the limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Invitations that would be accepted now.
    pub remaining: usize,
    /// Seconds, rounded up, until the next slot becomes free; 0 if all are free.
    pub reset_s: i64,
}

/// A free slot, and the value that the table must still have when the slot is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreeSlot {
    /// The slot's index, below [`SLOTS`].
    pub index: usize,
    /// When the slot was last used; `None` if never.
    pub seen: Option<Timestamp>,
}

impl<const N: usize> Default for Slots<N> {
    fn default() -> Self {
        Self([None; N])
    }
}

impl<const N: usize> Slots<N> {
    /// Records when a slot was used. An index past the last is ignored.
    pub fn set(&mut self, index: usize, taken_at: Timestamp) {
        if let Some(slot) = self.0.get_mut(index) {
            *slot = Some(taken_at);
        }
    }

    /// The `nth` of the free slots, modulo their number; `None` if all are in use.
    pub fn free(&self, now: Timestamp, nth: u64) -> Option<FreeSlot> {
        let free: Vec<_> = self.0.iter().enumerate().filter(|(_, taken)| is_free(**taken, now)).collect();
        let chosen = usize::try_from(nth.checked_rem(free.len() as u64)?).ok()?;
        free.get(chosen).map(|&(index, &seen)| FreeSlot { index, seen })
    }

    /// What is left of the limit at `now`.
    pub fn quota(&self, now: Timestamp) -> Quota {
        let taken = self.0.iter().flatten().filter(|at| !is_free(Some(**at), now));
        let oldest = taken.clone().min();
        // This call may have begun before the call that used the slot.
        let left = oldest.map_or(SignedDuration::ZERO, |at| (WINDOW - now.duration_since(*at)).min(WINDOW));
        Quota { remaining: N - taken.count(), reset_s: left.as_secs() + i64::from(left.subsec_nanos() > 0) }
    }
}

/// A slot with a time in the future, from a clock ahead of ours, is not free.
fn is_free(taken: Option<Timestamp>, now: Timestamp) -> bool {
    taken.is_none_or(|at| now.duration_since(at) >= WINDOW)
}

/// The most photos added to a request in a day (UTC), per item: four times as many as a review may have, because some
/// are removed or cannot be read.
pub const PHOTO_SLOTS_MAX: u32 = 20;

impl Request {
    /// Counts one more photo that the customer adds.
    /// Errors: [`Fault::TooOften`] beyond [`PHOTO_SLOTS_MAX`] for each item on a day.
    pub fn count_photo(&mut self, now: Timestamp) -> Result<(), Fault> {
        let items = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let today = now.to_zoned_datetime(TimeZone::UTC).date();
        self.0.photo_slots = Some(Saves::within(PHOTO_SLOTS_MAX.saturating_mul(items), self.photo_slots, today)?);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A small random generator, because a property-testing library would take minutes for a million sequences.
    struct Draws(u64);

    impl Draws {
        fn below(&mut self, bound: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % bound
        }
    }

    /// Invitations come at random intervals. The slots must accept exactly those that a list of all accepted
    /// invitations would allow.
    fn agrees<const N: usize>(draws: &mut Draws, arrivals: u64, gap_ms: u64) {
        let mut slots = Slots::<N>::default();
        let mut accepted: Vec<Timestamp> = Vec::new();
        let mut now = Timestamp::UNIX_EPOCH;
        for _ in 0..arrivals {
            now += SignedDuration::from_millis(i64::try_from(draws.below(gap_ms)).unwrap());
            let within = |at: &&Timestamp| now.duration_since(**at) < WINDOW;
            let counted = accepted.iter().filter(within).count();
            let quota = slots.quota(now);
            assert_eq!(quota.remaining, N - counted);
            match slots.free(now, draws.below(u64::MAX >> 33)) {
                Some(slot) => {
                    assert!(counted < N);
                    assert!(slot.seen.is_none_or(|at| now.duration_since(at) >= WINDOW));
                    slots.set(slot.index, now);
                    accepted.push(now);
                }
                None => {
                    assert_eq!(counted, N);
                    let oldest = *accepted.iter().find(within).unwrap();
                    let left = (WINDOW - now.duration_since(oldest)).as_millis();
                    assert_eq!(i128::from(quota.reset_s), left.div_euclid(1_000) + i128::from(left % 1_000 > 0));
                }
            }
        }
    }

    #[test]
    fn a_million_arrival_sequences_agree_with_the_oracle() {
        let mut draws = Draws(1);
        for _ in 0..1_000_000 {
            agrees::<3>(&mut draws, 8, 2_400_000);
        }
    }

    #[test]
    fn sequences_that_fill_all_hundred_slots_agree_with_the_oracle() {
        let mut draws = Draws(2);
        for _ in 0..200 {
            agrees::<SLOTS>(&mut draws, 300, 60_000);
        }
    }

    #[test]
    fn a_slot_is_free_again_after_an_hour_to_the_millisecond() {
        let mut slots = Slots::<1>::default();
        let start = Timestamp::UNIX_EPOCH;
        slots.set(0, start);
        assert!(slots.free(start + WINDOW - SignedDuration::from_millis(1), 0).is_none());
        assert!(slots.free(start + WINDOW, 0).is_some());
        assert_eq!(slots.quota(start), Quota { remaining: 0, reset_s: 3_600 });
        assert_eq!(slots.quota(start + SignedDuration::from_millis(1)).reset_s, 3_600);
    }

    #[test]
    fn a_slot_taken_by_a_fast_clock_is_in_use() {
        let mut slots = Slots::<1>::default();
        slots.set(0, Timestamp::UNIX_EPOCH + WINDOW);
        assert!(slots.free(Timestamp::UNIX_EPOCH, 0).is_none());
        assert_eq!(slots.quota(Timestamp::UNIX_EPOCH).reset_s, 3_600);
    }
}
