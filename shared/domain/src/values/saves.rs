//! A count per day, which limits how often anybody may write.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::values::Fault;

/// How often, on one day, a draft was saved, a review was changed, or a photo was added to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saves {
    pub day: Date,
    pub count: u32,
}

impl Saves {
    /// The most saves of all drafts of a request in a day; each item may always have [`Self::PER_ITEM_MIN`]. A page
    /// saves after each pause in typing: an hour of writing makes about 200 saves.
    pub const PER_REQUEST_MAX: u32 = 1_000;
    /// The number of saves that each item is allowed in a day, however many items there are.
    pub const PER_ITEM_MIN: u32 = 100;

    /// How many saves in a day each item is allowed in a request with `items` items.
    pub fn max(items: usize) -> u32 {
        let items = u32::try_from(items).unwrap_or(u32::MAX).max(1);
        (Self::PER_REQUEST_MAX / items).max(Self::PER_ITEM_MIN)
    }

    /// The count after one more save on this day.
    /// Errors: [`Fault::TooOften`] beyond [`Self::max`].
    pub fn next(before: Option<Self>, day: Date, items: usize) -> Result<Self, Fault> {
        Self::within(Self::max(items), before, day)
    }

    /// The count after one more on this day, of which at most `max` are allowed.
    pub(crate) fn within(max: u32, before: Option<Self>, day: Date) -> Result<Self, Fault> {
        let count = before.filter(|before| before.day == day).map_or(0, |before| before.count);
        if count < max { Ok(Self { day, count: count + 1 }) } else { Err(Fault::TooOften) }
    }
}
