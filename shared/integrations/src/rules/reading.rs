//! The reading of a shop's published products after it connected. Nobody edits old products, so no call is about them.

use domain::values::ms;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::ShopRefusal;

/// The most products that are read, the newest. Shopify lists no more
/// (<https://shopify.dev/docs/api/usage/limits#pagination-limits>).
pub const READ_PRODUCTS_MAX: u32 = 25_000;
/// How many products one call asks for: less if that may have been too much for the shop.
const SIZES: [u32; 4] = [100, 50, 25, 5];
/// How long a shop that refuses is asked again.
pub(super) const TRIED_FOR: SignedDuration = SignedDuration::from_hours(24);
/// How long the whole reading may take.
const READ_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);
/// The first pause after a refusal. Each further one is twice as long, up to [`PAUSE_MAX`].
const PAUSE: SignedDuration = SignedDuration::from_mins(1);
const PAUSE_MAX: SignedDuration = SignedDuration::from_hours(2);
/// The longest pause that a shop can ask for with `Retry-After`.
const ASKED_PAUSE_MAX: SignedDuration = SignedDuration::from_hours(6);

/// What has been read of a shop, for its pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShopReading {
    #[serde(with = "ms::required")]
    pub began_at: Timestamp,
    pub address: String,
    pub products: u32,
    /// Whether the app may not read products.
    pub is_denied: bool,
    /// Whether the shop has more products than are read.
    pub is_cut: bool,
    /// The last refusal; `None` if the last call was answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refusal: Option<ShopRefusal>,
    /// When everything was read, or the reading was given up after `refusal`; `None` while it goes on.
    #[serde(with = "ms::optional", default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<Timestamp>,
}

/// Where a reading goes on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingPlace {
    /// How many products are behind this place.
    pub read: u32,
    /// The place in Shopify's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cursor: Option<String>,
    /// How many refusals came since the shop last answered.
    pub refusals: u32,
    /// When the shop last answered.
    #[serde(with = "ms::required")]
    pub moved_at: Timestamp,
    /// The place in [`SIZES`], which a refusal moves on.
    size: usize,
}

impl ShopReading {
    pub const fn new(began_at: Timestamp, address: String) -> Self {
        Self { began_at, address, products: 0, is_denied: false, is_cut: false, refusal: None, ended_at: None }
    }

    pub const fn goes_on(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Whether the reading of everything was given up.
    pub const fn is_given_up(&self) -> bool {
        self.ended_at.is_some() && self.refusal.is_some()
    }
}

impl ReadingPlace {
    pub const fn new(now: Timestamp) -> Self {
        Self { read: 0, cursor: None, refusals: 0, moved_at: now, size: 0 }
    }

    /// How many products the next call asks for.
    pub fn size(&self) -> u32 {
        SIZES[self.size.min(SIZES.len() - 1)]
    }

    /// The place this many rows on; `None` at the end.
    pub fn after(&self, rows: u32, cursor: Option<String>, has_more: bool, now: Timestamp) -> Option<Self> {
        let read = self.read + rows;
        (has_more && read < READ_PRODUCTS_MAX).then(|| Self {
            read,
            cursor,
            refusals: 0,
            moved_at: now,
            ..self.clone()
        })
    }

    /// The place after a refusal, and the pause until the next try; `None` if nothing is tried again. If the page may have
    /// been too much for the shop, the next one is smaller.
    pub fn refused(
        &self,
        began_at: Timestamp,
        was_too_much: bool,
        asked_pause: Option<SignedDuration>,
        now: Timestamp,
    ) -> Option<(Self, SignedDuration)> {
        if now.duration_since(self.moved_at) >= TRIED_FOR || now.duration_since(began_at) >= READ_FOR {
            return None;
        }
        let pause = pause_after(self.refusals, asked_pause);
        let size = (self.size + usize::from(was_too_much)).min(SIZES.len() - 1);
        Some((Self { refusals: self.refusals + 1, size, ..self.clone() }, pause))
    }
}

/// The pause after this number of refusals and one more, unless the shop asks for a longer one.
pub(super) fn pause_after(refusals: u32, asked_pause: Option<SignedDuration>) -> SignedDuration {
    let doubled = PAUSE.saturating_mul(1 << refusals.min(7)).min(PAUSE_MAX);
    doubled.max(asked_pause.unwrap_or_default().min(ASKED_PAUSE_MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_makes_the_page_smaller_and_the_pause_longer() {
        let now = Timestamp::UNIX_EPOCH;
        let (mut place, mut asked) = (ReadingPlace::new(now).after(100, None, true, now).unwrap(), Vec::new());
        for _ in 0..5 {
            let (next, pause) = place.refused(now, true, None, now).unwrap();
            asked.push((place.size(), pause.as_secs() / 60));
            place = next;
        }
        assert_eq!(asked, [(100, 1), (50, 2), (25, 4), (5, 8), (5, 16)]);
    }

    #[test]
    fn a_refusing_shop_is_asked_for_a_day_and_when_it_says() {
        let now = Timestamp::UNIX_EPOCH;
        let place = ReadingPlace::new(now);
        let after = |hours| now + SignedDuration::from_hours(hours);
        let pause = |asked| place.refused(now, false, Some(SignedDuration::from_secs(asked)), now).unwrap().1.as_secs();
        assert_eq!((pause(5), pause(600), pause(1_000_000)), (60, 600, 6 * 3_600));
        assert!(place.refused(now, false, None, after(23)).is_some());
        assert_eq!(place.refused(now, false, None, after(24)), None);
        let late = ReadingPlace { moved_at: after(7 * 24), ..place };
        assert_eq!(late.refused(now, false, None, after(7 * 24)), None);
    }
}
