//! One step of the reading of a shop: a page of its products.

use app::caller::{Caller, Who};
use app::error::{Error, TryError, retry};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::table::Part;

use super::super::reading::{ListPage, ListRefusal, next_page};
use super::super::task::OrderTask;
use super::{CalledShop, TakeOrders, step_after};
use crate::wire::What;
use crate::wire::listed::read_product;
use crate::{Arrival, IntegrationRecord, ReadingPlace, ReadingRecord, Rows, ShopReading, ShopRefusal};

/// How many products of a page are stored at the same time.
const AT_ONCE: usize = 8;

/// What a step found.
struct Step {
    reading: ShopReading,
    /// Where the reading goes on, and after which pause; `None` at the end.
    next: Option<(ReadingPlace, SignedDuration)>,
}

impl TakeOrders {
    /// Does the step of a reading with this version, saves the place and queues the next step. Does nothing if the reading
    /// has moved on, so a doubled message does no harm; if a run dies, its message comes again, or reconcile sends another.
    pub(super) async fn read_on(&self, task: &OrderTask, version: u64, now: Timestamp) -> Result<(), Error> {
        let OrderTask { tenant, system, .. } = task.clone();
        let Some(record) = self.store.tenant(&tenant).await? else { return Ok(()) };
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let Some(known) = self.store.one::<ReadingRecord>(&tenant, system).await? else { return Ok(()) };
        let shop = CalledShop { caller: Caller { tenant, keys, who: Who::System(system) }, record, system };
        let Some((connection, before)) = self.read_connection(&shop).await? else {
            return Ok(Rows(&self.store).forget_reading(&shop.caller.tenant, shop.system).await?);
        };
        if known.version != version {
            return Ok(());
        }
        let page = match connection.access() {
            Some(access) => next_page(&self.calls, &access, &known.place).await,
            None => Err(ShopRefusal::KeyRefused.into()),
        };
        let step = match page {
            Ok(page) => self.take_page(&shop, &connection, before, &known.place, page, now).await?,
            Err(refusal) => refused(before, &known.place, refusal, now),
        };
        self.save_step(&shop, known, step, now).await
    }

    /// The connection with what was read so far; `None` if it is off, or if it or the shop has ended.
    async fn read_connection(&self, shop: &CalledShop) -> Result<Option<(IntegrationRecord, ShopReading)>, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let known = Rows(&self.store).integration(tenant, shop.system, keys).await?;
        let known = known.filter(|known| known.is_asking && shop.record.ended_at.is_none());
        Ok(known.and_then(|known| Some((known.clone(), known.reading?))))
    }

    /// Stores a page's products. One that cannot be read is left out: a shop may have thousands, and nobody waits for one.
    async fn take_page(
        &self,
        shop: &CalledShop,
        connection: &IntegrationRecord,
        before: ShopReading,
        place: &ReadingPlace,
        ListPage { rows, cursor, has_more }: ListPage,
        asked_at: Timestamp,
    ) -> Result<Step, Error> {
        let read = |row: &Value| match read_product(row, connection.domain.as_ref(), asked_at).what {
            What::Arrives(arrival) => match *arrival {
                Arrival::Product(product, at) => Some((product, at)),
                _ => None,
            },
            What::Ignored(_) | What::Refused(_) => None,
        };
        let products: Vec<_> = rows.iter().filter_map(read).collect();
        let stored = products.iter().map(|(product, at)| self.stored(shop, product, *at));
        let stored = stream::iter(stored.collect::<Vec<_>>()).buffer_unordered(AT_ONCE);
        stored.try_for_each(|_| async { Ok(()) }).await?;
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        let next = place.after(count(rows.len()), cursor, has_more, self.clock.now());
        let reading = ShopReading {
            products: before.products.saturating_add(count(products.len())),
            is_cut: has_more && next.is_none(),
            refusal: None,
            ..before
        };
        Ok(Step { reading, next: next.map(|place| (place, SignedDuration::ZERO)) })
    }

    async fn save_step(
        &self,
        shop: &CalledShop,
        known: ReadingRecord,
        Step { reading, next }: Step,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let ended_at = next.is_none().then_some(now);
        let (due_at, queued_in) = next.as_ref().map(|(_, pause)| step_after(*pause, now)).unzip();
        let place = next.map_or_else(|| known.place.clone(), |(place, _)| place);
        let version = known.version;
        let known = ReadingRecord { place, due_at, ..known };
        let is_saved = retry!(self.store, {
            // Without a connection, whoever ended it has deleted the reading.
            let Some((connection, _)) = self.read_connection(shop).await? else { return Ok(false) };
            let reading = Some(ShopReading { ended_at, ..reading.clone() });
            let connection = IntegrationRecord { reading, ..connection };
            match Rows(&self.store).save_reading(tenant, &connection, &known, keys).await {
                Ok(()) => Ok(true),
                Err(error) if error.refused(Part::Reading) => Ok(false),
                Err(error) => Err(TryError::<Error>::from(error)),
            }
        })?;
        if let Some(pause) = queued_in.flatten().filter(|_| is_saved) {
            self.orders.send_or_warn(&OrderTask::reading(tenant, shop.system, version + 1), pause).await;
        }
        Ok(())
    }
}

fn refused(before: ShopReading, place: &ReadingPlace, refusal: ListRefusal, now: Timestamp) -> Step {
    match refusal {
        ListRefusal::Denied => Step { reading: ShopReading { refusal: None, is_denied: true, ..before }, next: None },
        ListRefusal::Later(refusal, pause) => {
            let was_too_much = pause.is_none() && matches!(refusal, ShopRefusal::TimedOut | ShopRefusal::Failed);
            let next = place.refused(before.began_at, was_too_much, pause, now);
            Step { reading: ShopReading { refusal: Some(refusal), ..before }, next }
        }
    }
}
