//! Reads a shop's published products and its newest orders once, after its webhooks were made: the shop's system makes no
//! calls about what was there before.

mod lists;

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use jiff::{SignedDuration, Timestamp};
use store::table::Store;
use vault::Random;

pub(super) use self::lists::{ListPage, ListRefusal, next_page};
use super::task::{OrderQueue, OrderTask};
use crate::rows::STEP_QUEUED_FOR;
use crate::{
    IntegrationRecord, KeptKeyRecord, KeyedChange, LOOKED_EARLIER, LOOKED_EVERY, LookPlace, ReadPart, ReadingPlace,
    ReadingRecord, Rows, ShopAccess, ShopLook, ShopReading,
};

/// Begins readings.
#[derive(Clone)]
pub struct BeginReading {
    pub store: Store,
    pub queue: OrderQueue,
    /// Spreads looks over the day.
    pub random: Random,
}

impl BeginReading {
    /// Begins the reading of a connected shop. Nothing of it changes if it goes on with the same address and has met no refusal;
    /// otherwise it begins anew, with this key. Keeps the key after that if `keeps_key`, and else none.
    pub async fn begin(
        &self,
        caller: &Caller,
        access: &ShopAccess,
        keeps_key: bool,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (tenant, keys, system) = (&caller.tenant, &caller.keys, access.system());
        let begun = retry!(self.store, {
            let Some(connection) = Rows(&self.store).integration(tenant, system, keys).await? else { return Ok(None) };
            let known = Rows(&self.store).keyed::<ReadingPlace>(tenant, system, keys).await?;
            let kept = Rows(&self.store).keyed::<LookPlace>(tenant, system, keys).await?;
            let is_well = connection.reading.as_ref().is_some_and(|reading| reading.refusal.is_none());
            let goes_on = is_well && known.as_ref().is_some_and(|known| known.access.address() == access.address());
            let version = known.map_or(0, |known| known.version);
            let begun = (!goes_on).then_some(version + 1);
            let place = ReadingPlace::new(ReadPart::Products, now);
            let reading = ReadingRecord { access: access.clone(), place, version };
            let reading = match begun {
                Some(_) => KeyedChange::Step(&reading, now.saturating_add(STEP_QUEUED_FOR).unwrap_or(now)),
                None => KeyedChange::Nothing,
            };
            let (look_at, next) = self.kept(&connection, kept.as_ref(), access, now);
            let kept = match (keeps_key, &kept) {
                (true, _) => KeyedChange::Step(&next, look_at),
                (false, Some(kept)) => KeyedChange::End(kept),
                (false, None) => KeyedChange::Nothing,
            };
            let connection = IntegrationRecord {
                look: keeps_key.then(|| ShopLook { refusal: None, ..connection.look.clone().unwrap_or_default() }),
                reading: if begun.is_some() {
                    Some(ShopReading::new(now, access.address().to_owned()))
                } else {
                    connection.reading
                },
                ..connection
            };
            Rows(&self.store).save_keyed(tenant, &connection, reading, kept, keys).await?;
            Ok::<_, TryError<Error>>(begun)
        })?;
        if let Some(version) = begun {
            let first = OrderTask::reading(tenant, system, version);
            if let Err(error) = self.queue.send(&first, SignedDuration::ZERO).await {
                tracing::warn!(%error, "the reading of a shop is not queued; reconcile queues it later");
            }
        }
        Ok(())
    }

    /// The key to keep, and when the first look with it begins: at once if the last look was more than a day ago.
    fn kept(
        &self,
        connection: &IntegrationRecord,
        kept: Option<&KeptKeyRecord>,
        access: &ShopAccess,
        now: Timestamp,
    ) -> (Timestamp, KeptKeyRecord) {
        let place = match kept {
            Some(kept) => LookPlace::waiting(kept.place.changed_after(), now),
            None => LookPlace::before_first(connection.created_at, connection.look.as_ref(), now),
        };
        let look_at = next_look(place.changed_after(), &self.random).max(now);
        (look_at, KeptKeyRecord { access: access.clone(), place, version: kept.map_or(0, |kept| kept.version) })
    }
}

/// When the look after that of an instant begins.
pub(super) fn next_look(last: Timestamp, random: &Random) -> Timestamp {
    let most = LOOKED_EARLIER.as_millis().unsigned_abs().try_into().unwrap_or(u64::MAX);
    let earlier = SignedDuration::from_millis(random.below(most).try_into().unwrap_or(0));
    last.saturating_add(LOOKED_EVERY - earlier).unwrap_or(last)
}
