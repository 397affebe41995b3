//! How often a customer may add a photo. Each photo takes seconds to process, even if it is removed later.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Request;
use crate::values::{Fault, Saves};

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
