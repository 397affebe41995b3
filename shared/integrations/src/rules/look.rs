//! The daily look at a shop's system with a kept key: at what it changed, and at whether its webhooks still call. WooCommerce
//! repeats no call, and disables a webhook after some failures.

use domain::values::ms;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::{ReadingPlace, ShopRefusal};

/// How long after a look the next one begins, at most.
pub const LOOKED_EVERY: SignedDuration = SignedDuration::from_hours(24);
/// How much earlier it may begin. Chance spreads the looks over the day, even if many shops connected at once, or waited for
/// the end of an outage.
pub const LOOKED_EARLIER: SignedDuration = SignedDuration::from_hours(3);
/// How much of the time before the last look is looked at once more: a quarter of an hour for clocks that differ and orders that
/// were being saved then, and an hour because WordPress reads the time as a local one (`WP_Date_Query::build_mysql_datetime`),
/// of which the beginning of summer time skips an hour.
const OVERLAP: SignedDuration = SignedDuration::from_mins(75);
/// For how long before a shop gives its key orders are looked for, if it was connected before without one.
const BEFORE_KEY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How many pages of changed orders are read at once: some thousand orders. The rest is read after [`PAUSE`].
const PAGES_MAX: u32 = 30;
const PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// What looks at a shop found, for its pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopLook {
    /// When the last look ended; `None` before the first.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub last_at: Option<Timestamp>,
    /// How many orders it brought of which no call had said so much.
    pub orders: u32,
    /// How many webhooks were switched on again, and when.
    pub revived: u32,
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub revived_at: Option<Timestamp>,
    /// The last refusal; `None` if the last call was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<ShopRefusal>,
}

/// Where the looks at a shop go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookPlace {
    /// When the running look began; `None` between two looks.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub began_at: Option<Timestamp>,
    pub list: ReadingPlace,
    /// Whether the changed orders are read, so that the webhooks are next.
    pub at_webhooks: bool,
    /// How many rows of the next page were taken already.
    pub taken: u32,
    /// How many pages were read since the look began, or since it last paused.
    pub pages: u32,
    /// How many orders the running look has brought.
    pub orders: u32,
}

impl ShopLook {
    /// Whether the shop refused the key, so that it was forgotten.
    pub fn is_refused(&self) -> bool {
        self.refusal.is_some_and(ShopRefusal::ends_looks)
    }
}

impl LookPlace {
    /// The place before the first look with a key that a shop gives now. Nothing is missing from before `last`, if there was
    /// an earlier key.
    pub fn before_first(connected_at: Timestamp, last: Option<&ShopLook>, now: Timestamp) -> Self {
        let last_at = last.and_then(|last| last.last_at).map(overlapped);
        let earliest = now.saturating_sub(BEFORE_KEY).unwrap_or(now);
        Self::waiting(last_at.unwrap_or(connected_at).max(earliest), now)
    }

    /// The place between two looks.
    pub fn waiting(changed_after: Timestamp, now: Timestamp) -> Self {
        let list = ReadingPlace::of_changed(changed_after, now);
        Self { began_at: None, list, at_webhooks: false, taken: 0, pages: 0, orders: 0 }
    }

    /// The place at the begin of a look.
    #[must_use]
    pub fn begun(changed_after: Timestamp, now: Timestamp) -> Self {
        Self { began_at: Some(now), ..Self::waiting(changed_after, now) }
    }

    pub fn changed_after(&self) -> Timestamp {
        self.list.changed_after.unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// The place after a whole page, and the pause before what is next.
    #[must_use]
    pub fn after(&self, list: Option<ReadingPlace>, orders: u32, now: Timestamp) -> (Self, SignedDuration) {
        let orders = self.orders.saturating_add(orders);
        let Some(list) = list else {
            let list = ReadingPlace::of_changed(self.changed_after(), now);
            return (Self { list, orders, taken: 0, at_webhooks: true, ..self.clone() }, SignedDuration::ZERO);
        };
        let is_enough = self.pages + 1 >= PAGES_MAX;
        let (pages, pause) = if is_enough { (0, PAUSE) } else { (self.pages + 1, SignedDuration::ZERO) };
        (Self { list, taken: 0, pages, orders, ..self.clone() }, pause)
    }

    /// The place after the look.
    #[must_use]
    pub fn ended(&self, now: Timestamp) -> Self {
        Self::waiting(self.began_at.map_or_else(|| self.changed_after(), overlapped), now)
    }

    /// The place after a refusal, and the pause until the next try; `None` if only the next look tries again. If the page may
    /// have been too much for the shop, the next one is smaller.
    pub fn refused(
        &self,
        was_too_much: bool,
        asked_pause: Option<SignedDuration>,
        now: Timestamp,
    ) -> Option<(Self, SignedDuration)> {
        let began_at = self.began_at.unwrap_or(now);
        let (list, pause) = self.list.refused(began_at, was_too_much, asked_pause, now)?;
        Some((Self { list, ..self.clone() }, pause))
    }
}

fn overlapped(at: Timestamp) -> Timestamp {
    at.saturating_sub(OVERLAP).unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(hours: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(hours)
    }

    #[test]
    fn a_look_begins_a_little_before_the_last_one_began() {
        let place = LookPlace::begun(hours(0), hours(24));
        assert_eq!(place.ended(hours(25)).changed_after(), hours(24) - OVERLAP);
        // A look that is given up leaves all to the next one.
        assert_eq!(place.refused(false, None, hours(48)), None);
        assert_eq!(place.refused(false, None, hours(47)).unwrap().0.changed_after(), hours(0));
    }

    #[test]
    fn a_new_key_finds_what_changed_since_the_last_look_or_for_a_month() {
        let first = |connected, last_at| {
            let last = ShopLook { last_at, ..ShopLook::default() };
            LookPlace::before_first(connected, Some(&last), hours(2_400)).changed_after()
        };
        assert_eq!(first(hours(2_400), None), hours(2_400));
        assert_eq!(first(hours(0), None), hours(2_400) - BEFORE_KEY);
        assert_eq!(first(hours(0), Some(hours(2_300))), hours(2_300) - OVERLAP);
    }

    #[test]
    fn many_pages_are_read_with_pauses_and_then_the_webhooks_are_next() {
        let (mut place, mut pauses) = (LookPlace::begun(hours(0), hours(24)), Vec::new());
        for _ in 0..=PAGES_MAX {
            let list = place.list.after(100, None, true, hours(24));
            let (next, pause) = place.after(list, 100, hours(24));
            pauses.push(pause);
            place = next;
        }
        assert_eq!((place.list.page(), place.orders, place.at_webhooks), (PAGES_MAX + 2, 100 * (PAGES_MAX + 1), false));
        assert_eq!(pauses.iter().filter(|pause| **pause == PAUSE).count(), 1);
        let (place, _) = place.after(None, 7, hours(25));
        assert_eq!((place.at_webhooks, place.began_at, place.changed_after()), (true, Some(hours(24)), hours(0)));
    }
}
