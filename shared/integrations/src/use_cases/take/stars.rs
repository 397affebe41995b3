//! One step of a shop's stars at Shopify: what readers see by now is written by its difference to what was last written.

use std::collections::{BTreeMap, VecDeque};

use app::error::{Error, TryError, retry};
use app::review::ratings;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::table::Part;

use super::super::shopify_api::{FieldsRefusal, ShopifyApi};
use super::super::stars::STEP_AT_MOST;
use super::super::task::OrderTask;
use super::{TakeOrders, step_after};
use crate::wire::shopify::SYSTEM;
use crate::{
    Rows, STARRED_PRODUCTS_MAX, ShopAccess, ShopRefusal, ShopStars, StarsOf, StarsRecord, WrittenStars, shopify_number,
};

/// How long a step writes. The function has 30 seconds, and the numbers of 25,000 products are read in some five.
const WRITE_FOR: SignedDuration = SignedDuration::from_secs(12);
/// A product has two fields, and a call takes 25.
const PRODUCTS_A_CALL: usize = 12;
/// How many products a step looks at before it writes them, for 150 of the 1,000 points that a query may cost
/// (<https://shopify.dev/docs/api/usage/limits#single-query-limit>).
const LOOKED_AT: usize = 50;
/// The pause until a shop has points again: 1,000 of them with Shopify's smallest plan, for 100 calls.
const THROTTLED_FOR: SignedDuration = SignedDuration::from_secs(10);
/// How many of the newest reviews are read for their products, and how many in one call.
const ROWS_MAX: usize = 100_000;
const ROWS_A_CALL: u32 = 5_000;

/// What each product shall say; `None` once everything is taken away.
type Wanted = Option<BTreeMap<u64, StarsOf>>;

impl TakeOrders {
    /// Does the step of this version, and saves what was written. Does nothing if another run did it; what a run that died had
    /// written is written once more.
    pub(super) async fn write_stars(&self, tenant: &Tenant, version: u64, now: Timestamp) -> Result<(), Error> {
        let rows = Rows(&self.store);
        // Everything else is read after this, so that it has at least these changes.
        let changes = self.store.review_counts(tenant).await?.changes();
        let Some(record) = self.store.tenant(tenant).await?.filter(|shop| !shop.root.is_empty()) else { return Ok(()) };
        let Some(known) = self.store.one::<StarsRecord>(tenant, ()).await?.filter(|known| known.version == version)
        else {
            return Ok(());
        };
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let connection = rows.last_integration(tenant, SYSTEM, &keys).await?;
        let (mut stars, mut written) = (known.stars, rows.written_stars(tenant).await?);
        let is_connected = connection.as_ref().is_some_and(|known| known.is_connected());
        // Once the app is uninstalled, nothing can be taken away.
        let is_uninstalled = connection.as_ref().is_some_and(|known| is_connected && !known.is_asking);
        let access = connection.and_then(|known| known.access()).filter(|_| !is_uninstalled);
        if let Some(other) = access.as_ref().map(|access| &access.app.address).filter(|other| **other != stars.address)
        {
            (stars.address, stars.has_definitions, written) = (other.clone(), false, WrittenStars::default());
        }
        let wanted = match stars.is_off || record.ended_at.is_some() || !is_connected {
            true => None,
            false if !record.review_settings.public_display => Some(BTreeMap::new()),
            false => Some(self.numbers(tenant, &written).await?),
        };
        let mut known = StarsRecord { stars, due_at: None, version };
        let wrote = match access {
            Some(access) => self.write(tenant, &access, (&mut known, &mut written), &wanted).await?,
            None => Some(Err(ShopRefusal::KeyRefused.into())),
        };
        let Some(wrote) = wrote else { return Ok(()) };
        let StarsRecord { mut stars, version, .. } = known;
        let waiting = written.missing(wanted.as_ref()).len();
        let is_further = waiting < stars.waiting;
        stars.refusal = stars.refusal.filter(|_| !is_further);
        stars.count(&written, waiting);
        // The pause until there is more to write; `None` if there is nothing, or nothing is tried any more.
        let pause = match wrote {
            Ok(true) => None,
            Ok(false) => Some(SignedDuration::ZERO),
            // Another app may use up all points.
            Err(FieldsRefusal::Throttled) => Some(THROTTLED_FOR * if is_further { 1 } else { 6 }),
            Err(FieldsRefusal::Failed(why, asked)) => stars.refuse(why, asked, now).filter(|_| !is_uninstalled),
            Err(FieldsRefusal::Entries) => stars.refuse(ShopRefusal::Failed, None, now),
        };
        if pause.is_none() && waiting == 0 {
            (stars.refusal, stars.written_at) = (None, Some(now));
        }
        stars.is_given_up = stars.refusal.is_some() && pause.is_none();
        let is_over = wanted.is_none() && waiting == 0;
        let (due_at, queued_in) = pause.map_or((now, None), |pause| step_after(pause, now));
        let up_to = pause.is_none().then_some(changes);
        let next = StarsRecord { stars, due_at: (!is_over).then_some(due_at), version };
        let is_saved = self.save_stars(tenant, &next, up_to, &written).await?;
        if let Some(pause) = queued_in.filter(|_| is_saved && !is_over) {
            self.orders.send_or_warn(&OrderTask::stars(tenant, version + 1), pause).await;
        }
        Ok(())
    }

    /// Saves a step, or deletes the rows if nothing is due any more. `false` if another run did the step, or the shop switched.
    async fn save_stars(
        &self,
        tenant: &Tenant,
        known: &StarsRecord,
        up_to: Option<i64>,
        written: &WrittenStars,
    ) -> Result<bool, Error> {
        retry!(self.store, {
            let saved = match known.due_at {
                None => Rows(&self.store).forget_stars(tenant, known).await,
                Some(_) => Rows(&self.store).save_stars(tenant, known, up_to, Some(written), None).await,
            };
            match saved {
                Ok(()) => Ok(true),
                Err(error) if error.refused(Part::Stars) => Ok(false),
                Err(error) => Err(TryError::<Error>::from(error)),
            }
        })
    }

    /// What readers see of each product at Shopify: of those that have a place, and of new ones as long as there are places.
    async fn numbers(&self, tenant: &Tenant, written: &WrittenStars) -> Result<BTreeMap<u64, StarsOf>, Error> {
        let limits = (STARRED_PRODUCTS_MAX, ROWS_MAX);
        let all = ratings(&self.store, tenant, ROWS_A_CALL, written.products().collect(), limits).await?;
        let (mut numbers, mut new) = (BTreeMap::new(), 0);
        for (id, counts) in all {
            let (Some(number), stars) = (shopify_number(&id), StarsOf::new(&counts)) else { continue };
            if !written.has(number) {
                if stars.count == 0 || written.places() + new >= STARRED_PRODUCTS_MAX {
                    continue;
                }
                new += 1;
            }
            numbers.insert(number, stars);
        }
        Ok(numbers)
    }

    /// Writes what is missing, and returns whether that was everything; `None` if another run does it. What is about to be written is
    /// saved before, so that whatever becomes of this run, the next one writes it again.
    async fn write(
        &self,
        tenant: &Tenant,
        access: &ShopAccess,
        (known, written): (&mut StarsRecord, &mut WrittenStars),
        wanted: &Wanted,
    ) -> Result<Option<Result<bool, FieldsRefusal>>, Error> {
        let began = self.clock.now();
        let api = match self.look(access, known, written, wanted, began).await {
            Ok(Some(api)) => api,
            Ok(None) => return Ok(Some(Ok(true))),
            Err(refusal) => return Ok(Some(Err(refusal))),
        };
        let (missing, before) = (written.missing(wanted.as_ref()), written.clone());
        written.expect(&missing);
        known.stars.count(written, missing.len());
        known.due_at = Some(began.saturating_add(STEP_AT_MOST).unwrap_or(began));
        if !self.save_stars(tenant, known, None, written).await? {
            return Ok(None);
        }
        known.version += 1;
        Ok(Some(self.write_all(&api, (&known.stars, &before, written), missing, began).await))
    }

    /// Looks at the first products that are missing, and opens the shop for writing; `None` if nothing is missing.
    async fn look<'a>(
        &'a self,
        access: &'a ShopAccess,
        known: &mut StarsRecord,
        written: &mut WrittenStars,
        wanted_all: &Wanted,
        now: Timestamp,
    ) -> Result<Option<ShopifyApi<'a>>, FieldsRefusal> {
        let first = written.missing(wanted_all.as_ref()).into_iter().map(|(number, _)| number);
        let first: Vec<_> = first.take(LOOKED_AT).collect();
        if first.is_empty() && (known.stars.has_definitions || wanted_all.is_none()) {
            return Ok(None);
        }
        let api = ShopifyApi::open(&self.calls, access).await?;
        if wanted_all.is_some() && !known.stars.has_definitions {
            api.define_fields().await?;
            known.stars.has_definitions = true;
        }
        for (number, average, count) in api.look_at_fields(&first).await? {
            let wanted = wanted_all.as_ref().and_then(|all| all.get(&number)).copied().unwrap_or_default();
            if !written.is_ours(number, wanted, average.as_deref(), count.as_deref()) {
                let value = [average, count].map(|value| value.unwrap_or_else(|| "–".to_owned()));
                known.stars.note_others(number, value, Some(&mut *written).filter(|_| wanted_all.is_some()), now);
            }
        }
        Ok(Some(api))
    }

    async fn write_all(
        &self,
        api: &ShopifyApi<'_>,
        (stars, before, written): (&ShopStars, &WrittenStars, &mut WrittenStars),
        missing: Vec<(u64, Option<StarsOf>)>,
        began: Timestamp,
    ) -> Result<bool, FieldsRefusal> {
        let mut left: VecDeque<_> = missing.chunks(PRODUCTS_A_CALL).map(<[_]>::to_vec).collect();
        while let Some(mut some) = left.pop_front() {
            if self.clock.now().duration_since(began) >= WRITE_FOR {
                return Ok(false);
            }
            // What another app wrote meanwhile is not taken away.
            if stars.others.is_some() && some.iter().all(|(_, stars)| stars.is_none()) {
                let numbers: Vec<_> = some.iter().map(|(number, _)| *number).collect();
                for (number, average, count) in api.look_at_fields(&numbers).await? {
                    if !before.is_ours(number, StarsOf::default(), average.as_deref(), count.as_deref()) {
                        written.set(&[(number, None)]);
                        some.retain(|(taken, _)| *taken != number);
                    }
                }
            }
            match api.write_fields(&some).await {
                // One bad entry refuses all, so each is tried alone.
                Err(FieldsRefusal::Entries) if some.len() > 1 => {
                    some.iter().for_each(|one| left.push_front(vec![*one]))
                }
                Err(FieldsRefusal::Entries) => some.iter().for_each(|one| written.refuse(*one)),
                wrote => wrote.map(|()| written.set(&some))?,
            }
        }
        Ok(true)
    }
}
