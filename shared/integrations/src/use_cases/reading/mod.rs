//! Reads the published products of a shop at Shopify once, after its webhooks were made: Shopify makes no calls about what
//! was there before, and nobody edits old products.

mod lists;

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use jiff::{SignedDuration, Timestamp};
use store::table::Store;

pub(super) use self::lists::{ListPage, ListRefusal, next_page};
use super::task::{OrderQueue, OrderTask};
use crate::rows::STEP_QUEUED_FOR;
use crate::wire::shopify::SYSTEM;
use crate::{IntegrationRecord, ReadingPlace, ReadingRecord, Rows, ShopReading};

/// Begins readings.
#[derive(Clone)]
pub struct BeginReading {
    pub store: Store,
    pub queue: OrderQueue,
}

impl BeginReading {
    /// Begins the reading of a connected shop. Nothing of it changes if it goes on with the same address and has met no refusal;
    /// otherwise it begins anew.
    pub async fn begin(&self, caller: &Caller, address: &str, now: Timestamp) -> Result<(), Error> {
        let (tenant, keys, system) = (&caller.tenant, &caller.keys, SYSTEM);
        let begun = retry!(self.store, {
            let Some(connection) = Rows(&self.store).integration(tenant, system, keys).await? else { return Ok(None) };
            let known = self.store.one::<ReadingRecord>(tenant, system).await?;
            let is_well = |reading: &ShopReading| reading.refusal.is_none() && reading.address == address;
            if known.is_some() && connection.reading.as_ref().is_some_and(is_well) {
                return Ok(None);
            }
            let version = known.map_or(0, |known| known.version);
            let due_at = Some(now.saturating_add(STEP_QUEUED_FOR).unwrap_or(now));
            let reading = ReadingRecord { system, place: ReadingPlace::new(now), due_at, version };
            let begun = Some(ShopReading::new(now, address.to_owned()));
            let connection = IntegrationRecord { reading: begun, ..connection };
            Rows(&self.store).save_reading(tenant, &connection, &reading, keys).await?;
            Ok::<_, TryError<Error>>(Some(version + 1))
        })?;
        if let Some(version) = begun {
            let first = OrderTask::reading(tenant, system, version);
            self.queue.send_or_warn(&first, SignedDuration::ZERO).await;
        }
        Ok(())
    }
}
