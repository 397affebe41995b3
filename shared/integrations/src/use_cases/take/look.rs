//! One step of the daily look at a shop: a page of the orders that changed, which are processed as its calls are, or its
//! webhooks.

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use app::queue::QUEUE_DELAY_MAX;
use jiff::{SignedDuration, Timestamp};
use store::table::Part;

use super::super::reading::{ListPage, ListRefusal, next_look, next_page};
use super::super::task::OrderTask;
use super::super::webhooks::revive;
use super::{CalledShop, LOOK, RUN_FOR, TakeOrders};
use crate::rows::STEP_QUEUED_FOR;
use crate::wire::listed::ListReader;
use crate::{IntegrationRecord, KeptKeyRecord, KeyedChange, LookPlace, Rows, ShopLook, ShopRefusal, inbound_url};

/// What a step found.
enum Found {
    /// The place after a page, the pause before the next step, and the refusal of the call, if it was refused.
    Place(LookPlace, SignedDuration, Option<ShopRefusal>),
    /// The look is over. So many webhooks were switched on again.
    Ended(u32),
    /// The look is given up, and the next one begins there.
    GivenUp(LookPlace, ShopRefusal),
    /// The key is of no use any more.
    KeyRefused(ShopRefusal),
}

impl TakeOrders {
    /// Does the step of a look with the kept key of this version, saves the place and queues the next step. As with
    /// readings, a doubled message does no harm, and a lost step comes again.
    pub(super) async fn look_on(&self, task: &OrderTask, version: u32, now: Timestamp) -> Result<(), Error> {
        let Some((shop, known)) = self.keyed::<LookPlace>(task, now).await? else { return Ok(()) };
        let Some(connection) = self.asking(&shop).await? else {
            return Ok(Rows(&self.store).forget_keys(&shop.caller.tenant, shop.system).await?);
        };
        if known.version != version {
            return Ok(());
        }
        let place = match known.place.began_at {
            Some(_) => known.place.clone(),
            None => LookPlace::begun(known.place.changed_after(), now),
        };
        let found = if place.at_webhooks {
            let url = inbound_url(&self.base_url, &shop.caller.tenant, shop.system);
            match revive(&self.calls, &known.access, &url, connection.secret.as_ref()).await {
                Ok(revived) => Found::Ended(revived),
                Err(refusal) => refused(&place, refusal.into(), now),
            }
        } else {
            match next_page(&self.calls, &known.access, &place.list).await {
                Ok(page) => self.take_changed(&shop, &connection, &place, page, now).await?,
                Err(refusal) => refused(&place, refusal, now),
            }
        };
        self.save_look(&shop, KeptKeyRecord { place, ..known }, found, now).await
    }

    /// Takes a page of orders, or as much of it as fits into one run. One by one, because they share counters.
    async fn take_changed(
        &self,
        shop: &CalledShop,
        connection: &IntegrationRecord,
        place: &LookPlace,
        ListPage { rows, passed, cursor, has_more, .. }: ListPage,
        now: Timestamp,
    ) -> Result<Found, Error> {
        let reader = ListReader {
            system: shop.system,
            part: place.list.part,
            asked_at: now,
            domain: connection.domain.as_ref(),
            consent_key: None,
        };
        let mut orders = 0;
        for (row, number) in rows.iter().zip(1..).skip(place.taken as usize) {
            let is_news = self.take_row(shop, LOOK, reader.read(row), connection.clone().asks(), now).await?;
            orders += u32::from(is_news);
            if self.clock.now().duration_since(now) > RUN_FOR {
                let place = LookPlace { taken: number, orders: place.orders + orders, ..place.clone() };
                return Ok(Found::Place(place, SignedDuration::ZERO, None));
            }
        }
        let now = self.clock.now();
        let (place, pause) = place.after(place.list.after(passed, cursor, has_more, now), orders, now);
        Ok(Found::Place(place, pause, None))
    }

    async fn save_look(
        &self,
        shop: &CalledShop,
        known: KeptKeyRecord,
        found: Found,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let (place, queued_in) = match &found {
            // Reconcile sends what waits longer than the queue can, and what was lost.
            Found::Place(place, pause, _) => (place.clone(), (*pause <= QUEUE_DELAY_MAX).then_some(*pause)),
            Found::Ended(_) => (known.place.ended(now), None),
            Found::GivenUp(place, _) => (place.clone(), None),
            Found::KeyRefused(_) => (known.place.clone(), None),
        };
        let due_at = match (&found, queued_in) {
            (_, Some(pause)) => now.saturating_add(pause + STEP_QUEUED_FOR).unwrap_or(now),
            (Found::Place(_, pause, _), None) => now.saturating_add(*pause).unwrap_or(now),
            (_, None) => next_look(now, &self.random),
        };
        let version = known.version;
        let orders = known.place.orders;
        let known = KeptKeyRecord { place, ..known };
        let is_saved = retry!(self.store, {
            // Without a connection, whoever ended it has deleted the key.
            let Some(connection) = self.asking(shop).await? else { return Ok(false) };
            let before = connection.look.clone().unwrap_or_default();
            let connection = IntegrationRecord { look: Some(looked(before, &found, orders, now)), ..connection };
            let step = match &found {
                Found::KeyRefused(_) => KeyedChange::End(&known),
                _ => KeyedChange::Step(&known, due_at),
            };
            match Rows(&self.store).save_keyed(tenant, &connection, KeyedChange::Nothing, step, keys).await {
                Ok(()) => Ok(true),
                Err(error) if error.refused(Part::Reading) => Ok(false),
                Err(error) => Err(TryError::<Error>::from(error)),
            }
        })?;
        if let Some(pause) = queued_in.filter(|_| is_saved) {
            let next = OrderTask::look(tenant, shop.system, version + 1);
            if let Err(error) = self.orders.send(&next, pause).await {
                tracing::warn!(%error, "a step of a look is not queued; reconcile queues it later");
            }
        }
        Ok(())
    }
}

/// What the connection says after a step.
fn looked(before: ShopLook, found: &Found, orders: u32, now: Timestamp) -> ShopLook {
    match found {
        Found::Place(.., refusal) => ShopLook { refusal: *refusal, ..before },
        Found::Ended(0) => ShopLook { last_at: Some(now), orders, refusal: None, ..before },
        Found::Ended(revived) => {
            ShopLook { last_at: Some(now), orders, revived: *revived, revived_at: Some(now), refusal: None }
        }
        Found::GivenUp(_, refusal) | Found::KeyRefused(refusal) => ShopLook { refusal: Some(*refusal), ..before },
    }
}

fn refused(place: &LookPlace, refusal: ListRefusal, now: Timestamp) -> Found {
    let (refusal, pause) = match refusal {
        ListRefusal::Denied => (ShopRefusal::NotAllowed, None),
        ListRefusal::Later(refusal, pause) => (refusal, pause),
    };
    if refusal.ends_looks() {
        return Found::KeyRefused(refusal);
    }
    let was_too_much = pause.is_none() && matches!(refusal, ShopRefusal::TimedOut | ShopRefusal::Failed);
    match place.refused(was_too_much, pause, now) {
        Some((place, pause)) => Found::Place(place, pause, Some(refusal)),
        // Without its webhooks, the look is whole.
        None if place.at_webhooks => Found::GivenUp(place.ended(now), refusal),
        None => Found::GivenUp(LookPlace::waiting(place.changed_after(), now), refusal),
    }
}
