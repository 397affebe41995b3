//! One step of a shop's stars at Shopify: what readers see by now is written by its difference to what was last written.

use std::collections::BTreeMap;

use app::error::{Error, TryError, retry};
use app::queue::QUEUE_DELAY_MAX;
use app::review::ratings;
use domain::values::Tenant;
use jiff::{SignedDuration, Timestamp};
use store::table::Part;

use super::super::shopify_api::{FieldsRefusal, ShopifyApi};
use super::super::task::OrderTask;
use super::TakeOrders;
use crate::rows::STEP_QUEUED_FOR;
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
    pub(super) async fn write_stars(&self, tenant: &Tenant, version: u32, now: Timestamp) -> Result<(), Error> {
        let rows = Rows(&self.store);
        let Some(record) = self.store.tenant(tenant).await?.filter(|shop| !shop.root.is_empty()) else { return Ok(()) };
        let Some(known) = rows.stars(tenant).await?.filter(|known| known.version == version) else { return Ok(()) };
        let keys = self.vault.tenant(tenant, &record.root, now).await?;
        let connection = rows.last_integration(tenant, SYSTEM, &keys).await?;
        // The numbers are read after this, so that they have at least these changes.
        let changes = self.store.changes_of_numbers(tenant).await?;
        let (mut stars, mut written) = (known.stars, rows.written_stars(tenant).await?);
        let is_connected = connection.as_ref().is_some_and(|known| known.is_connected());
        let wanted = match stars.is_off || record.ended_at.is_some() || !is_connected {
            true => None,
            false if !record.review_settings.public_display => Some(BTreeMap::new()),
            false => Some(self.numbers(tenant, &written).await?),
        };
        // Once the app is uninstalled, nothing can be taken away.
        let is_uninstalled = connection.as_ref().is_some_and(|known| is_connected && !known.is_asking);
        let access = connection.and_then(|known| known.access()).filter(|_| !is_uninstalled);
        let wrote = match access {
            Some(access) => self.write(&access, &mut stars, &mut written, &wanted).await,
            None => Err(ShopRefusal::KeyRefused.into()),
        };
        stars.count(&written, written.missing(wanted.as_ref()).len());
        // The pause until there is more to write; `None` if there is nothing, or nothing is tried any more.
        let pause = match wrote {
            Ok(is_all) => {
                stars.refusal = None;
                stars.written_at = if is_all { Some(now) } else { stars.written_at };
                (!is_all).then_some(SignedDuration::ZERO)
            }
            Err(FieldsRefusal::Throttled) => Some(THROTTLED_FOR),
            Err(FieldsRefusal::Entries) => stars.refuse(ShopRefusal::Failed, None, now),
            Err(FieldsRefusal::Failed(why, asked)) => stars.refuse(why, asked, now).filter(|_| !is_uninstalled),
        };
        stars.is_given_up = stars.refusal.is_some() && pause.is_none();
        let is_over = wanted.is_none() && pause.is_none() && !stars.is_given_up;
        // Reconcile sends what waits longer than the queue can, and what was lost.
        let queued_in = pause.filter(|pause| *pause <= QUEUE_DELAY_MAX);
        let due_in =
            pause.map_or(SignedDuration::ZERO, |pause| queued_in.map_or(pause, |pause| pause + STEP_QUEUED_FOR));
        let due_at = (!stars.is_given_up).then(|| now.saturating_add(due_in).unwrap_or(now));
        let up_to = (pause.is_none() && !stars.is_given_up).then_some(changes);
        let next = StarsRecord { stars, version };
        let is_saved = retry!(self.store, {
            let saved = match is_over {
                true => rows.forget_stars(tenant, version).await,
                false => rows.save_stars(tenant, &next, (due_at, up_to), Some(&written), None).await,
            };
            match saved {
                Ok(()) => Ok(true),
                Err(error) if error.refused(Part::Stars) => Ok(false),
                Err(error) => Err(TryError::<Error>::from(error)),
            }
        })?;
        if let Some(pause) = queued_in.filter(|_| is_saved) {
            self.orders.send_or_warn(&OrderTask::stars(tenant, version + 1), pause).await;
        }
        Ok(())
    }

    /// What readers see of each product at Shopify.
    async fn numbers(&self, tenant: &Tenant, written: &WrittenStars) -> Result<BTreeMap<u64, StarsOf>, Error> {
        let limits = (STARRED_PRODUCTS_MAX, ROWS_MAX);
        let all = ratings(&self.store, tenant, ROWS_A_CALL, written.products().collect(), limits).await?;
        let of_shopify = all.iter().filter_map(|(id, counts)| Some((shopify_number(id)?, StarsOf::new(counts))));
        Ok(of_shopify.take(STARRED_PRODUCTS_MAX).collect())
    }

    /// Returns whether everything is written.
    async fn write(
        &self,
        access: &ShopAccess,
        stars: &mut ShopStars,
        written: &mut WrittenStars,
        wanted: &Wanted,
    ) -> Result<bool, FieldsRefusal> {
        let began = self.clock.now();
        let api = ShopifyApi::open(&self.calls, access).await?;
        if let Some(wanted) = wanted {
            if !stars.has_definitions {
                api.define_fields().await?;
                stars.has_definitions = true;
            }
            let first = written.missing(Some(wanted)).into_iter().map(|(number, _)| number);
            let first: Vec<_> = first.take(LOOKED_AT).collect();
            for (number, average, count) in api.look_at_fields(&first).await? {
                let wanted = wanted.get(&number).copied().unwrap_or_default();
                if !written.is_ours(number, wanted, average.as_deref(), count.as_deref()) {
                    let value = (average.unwrap_or_default(), count.unwrap_or_default());
                    stars.note_others(number, value, written, began);
                }
            }
        }
        for some in written.missing(wanted.as_ref()).chunks(PRODUCTS_A_CALL) {
            if self.clock.now().duration_since(began) >= WRITE_FOR {
                return Ok(false);
            }
            match api.write_fields(some).await {
                // One bad entry refuses all, so each is tried alone.
                Err(FieldsRefusal::Entries) => {
                    for one in some {
                        match api.write_fields(&[*one]).await {
                            Err(FieldsRefusal::Entries) => written.refuse(*one),
                            wrote => wrote.map(|()| written.set(&[*one]))?,
                        }
                    }
                }
                wrote => wrote.map(|()| written.set(some))?,
            }
        }
        Ok(true)
    }
}
