//! One step of the reading of a shop: a page of its products or orders, which are processed as its calls are.

use app::caller::{Caller, Who};
use app::error::{Error, TryError, retry};
use app::queue::QUEUE_DELAY_MAX;
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use jiff::{SignedDuration, Timestamp};
use store::table::Part;

use super::super::reading::{ListPage, ListRefusal, next_page};
use super::super::task::OrderTask;
use super::{CalledShop, READING, TakeOrders};
use crate::rows::{KeyedPlace, STEP_QUEUED_FOR};
use crate::wire::listed::ListReader;
use crate::wire::{Said, What};
use crate::{
    Arrival, IntegrationRecord, KeyedChange, KeyedRecord, ReadPart, ReadingPlace, ReadingRecord, Rows, ShopReading,
    ShopRefusal,
};

/// How many products of a page are stored at the same time. Orders come one by one, because they share counters.
const AT_ONCE: usize = 8;
/// A call about the same change as a read product says more, and so counts as later.
const BEFORE_CALLS: SignedDuration = SignedDuration::from_millis(1);

/// What a step found.
struct Step {
    reading: ShopReading,
    /// Where the reading goes on, and after which pause; `None` at the end.
    next: Option<(ReadingPlace, SignedDuration)>,
}

impl TakeOrders {
    /// Does the step of a reading with this version, saves the place and queues the next step. Does nothing if the reading
    /// has moved on, so a doubled message does no harm; if a run dies, its message comes again, or reconcile sends another.
    pub(super) async fn read_on(&self, task: &OrderTask, version: u32, now: Timestamp) -> Result<(), Error> {
        let Some((shop, known)) = self.keyed::<ReadingPlace>(task, now).await? else { return Ok(()) };
        let Some((connection, before)) = self.read_connection(&shop).await? else {
            return Ok(Rows(&self.store).forget_keys(&shop.caller.tenant, shop.system).await?);
        };
        if known.version != version {
            return Ok(());
        }
        let page = next_page(&self.calls, &known.access, &known.place).await;
        let step = match page {
            Ok(page) => self.take_page(&shop, connection, before, &known.place, page, now).await?,
            Err(refusal) => refused(before, &known.place, refusal, now),
        };
        self.save_step(&shop, known, step, now).await
    }

    /// The shop of a task, and the key with which its next step is done; `None` if that was forgotten.
    pub(super) async fn keyed<P: KeyedPlace>(
        &self,
        task: &OrderTask,
        now: Timestamp,
    ) -> Result<Option<(CalledShop, KeyedRecord<P>)>, Error> {
        let (tenant, system, _) = task.parse().map_err(|rule| Error::Internal(rule.to_string()))?;
        let Some(record) = self.store.tenant(&tenant).await? else { return Ok(None) };
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let known = Rows(&self.store).keyed(&tenant, system, &keys).await?;
        let shop = CalledShop { caller: Caller { tenant, keys, who: Who::System(system) }, record, system };
        Ok(known.map(|known| (shop, known)))
    }

    /// The connection whose shop is read; `None` if it is off, or if it or the shop has ended.
    pub(super) async fn asking(&self, shop: &CalledShop) -> Result<Option<IntegrationRecord>, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let known = Rows(&self.store).integration(tenant, shop.system, keys).await?;
        Ok(known.filter(|known| known.is_asking && shop.record.ended_at.is_none()))
    }

    /// The connection with what was read so far.
    async fn read_connection(&self, shop: &CalledShop) -> Result<Option<(IntegrationRecord, ShopReading)>, Error> {
        let known = self.asking(shop).await?;
        Ok(known.and_then(|known| Some((known.clone(), known.reading?))))
    }

    async fn take_page(
        &self,
        shop: &CalledShop,
        connection: IntegrationRecord,
        before: ShopReading,
        place: &ReadingPlace,
        ListPage { rows, passed, cursor, has_more, asks_itself }: ListPage,
        asked_at: Timestamp,
    ) -> Result<Step, Error> {
        let reader = ListReader {
            system: shop.system,
            part: place.part,
            asked_at,
            domain: connection.domain.as_ref(),
            consent_key: None,
        };
        let said: Vec<_> = rows.iter().map(|row| before_calls(reader.read(row))).collect();
        let is_used = |said: &&Said| matches!(said.what, What::Arrives(_));
        let newest = said.iter().find_map(Said::system_id);
        let count = u32::try_from(said.iter().filter(is_used).count()).unwrap_or(u32::MAX);
        let at_once = if place.part == ReadPart::Products { AT_ONCE } else { 1 };
        // A shop may have thousands of unreadable products, and nobody waits for one.
        let kept = said.into_iter().filter(|said| is_used(&said) || place.part == ReadPart::Orders);
        let rules = connection.clone().asks_of_reading();
        let taken = kept.map(|said| self.take_row(shop, READING, said, rules.clone(), asked_at));
        let taken = stream::iter(taken.collect::<Vec<_>>()).buffer_unordered(at_once);
        taken.try_for_each(|_| async { Ok(()) }).await?;
        let mut reading = ShopReading { refusal: None, ..before };
        let next = place.after(passed, cursor, has_more, self.clock.now());
        match place.part {
            ReadPart::Products => {
                reading.products = reading.products.saturating_add(count);
                reading.is_cut = has_more && next.is_none();
            }
            ReadPart::Orders => {
                reading.orders = reading.orders.saturating_add(count);
                reading.asks_itself = asks_itself;
                reading.last_order = reading.last_order.or(newest);
            }
        }
        let next = next.or_else(|| part_after(place, self.clock.now()));
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
        let pause = next.as_ref().map_or(SignedDuration::ZERO, |(_, pause)| *pause);
        // Reconcile sends what waits longer than the queue can, and what was lost.
        let is_queued = next.is_some() && pause <= QUEUE_DELAY_MAX;
        let looked_after = if is_queued { pause + STEP_QUEUED_FOR } else { pause };
        let due_at = next.as_ref().map(|_| now.saturating_add(looked_after).unwrap_or(now));
        let place = next.map_or_else(|| known.place.clone(), |(place, _)| place);
        let version = known.version;
        let known = ReadingRecord { place, ..known };
        let is_saved = retry!(self.store, {
            // Without a connection, whoever ended it has deleted the reading.
            let Some((connection, _)) = self.read_connection(shop).await? else { return Ok(false) };
            let reading = Some(ShopReading { ended_at, ..reading.clone() });
            let connection = IntegrationRecord { reading, ..connection };
            let step = due_at.map_or(KeyedChange::End(&known), |due_at| KeyedChange::Step(&known, due_at));
            match Rows(&self.store).save_keyed(tenant, &connection, step, KeyedChange::Nothing, keys).await {
                Ok(()) => Ok(true),
                Err(error) if error.refused(Part::Reading) => Ok(false),
                Err(error) => Err(TryError::<Error>::from(error)),
            }
        })?;
        if is_saved && is_queued {
            let next = OrderTask::reading(tenant, shop.system, version + 1);
            if let Err(error) = self.orders.send(&next, pause).await {
                tracing::warn!(%error, "a step of a reading is not queued; reconcile queues it later");
            }
        }
        Ok(())
    }
}

fn before_calls(mut said: Said) -> Said {
    if let What::Arrives(arrival) = &mut said.what
        && let Arrival::Product(_, at) = &mut **arrival
    {
        *at = at.saturating_sub(BEFORE_CALLS).unwrap_or(*at);
    }
    said
}

fn part_after(place: &ReadingPlace, now: Timestamp) -> Option<ReadingPlace> {
    (place.part == ReadPart::Products).then(|| ReadingPlace::new(ReadPart::Orders, now))
}

fn refused(before: ShopReading, place: &ReadingPlace, refusal: ListRefusal, now: Timestamp) -> Step {
    match refusal {
        ListRefusal::Denied => {
            let mut reading = ShopReading { refusal: None, ..before };
            reading.denied.insert(place.part);
            let next = part_after(place, now).map(|place| (place, SignedDuration::ZERO));
            Step { reading, next }
        }
        ListRefusal::Later(refusal, pause) => {
            let was_too_much = pause.is_none() && matches!(refusal, ShopRefusal::TimedOut | ShopRefusal::Failed);
            let next = place.refused(before.began_at, was_too_much, pause, now);
            Step { reading: ShopReading { refusal: Some(refusal), ..before }, next }
        }
    }
}
