//! The switch for a shop's stars at Shopify.

use app::caller::Caller;
use app::error::{Error, TryError, retry};
use domain::values::{Mode, Tenant};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::table::Store;

use super::shop_calls::ShopCalls;
use super::shopify_api::ShopifyApi;
use super::task::{OrderQueue, OrderTask};
use crate::wire::shopify::SYSTEM;
use crate::{Rows, ShopRefusal, ShopStars, StarsRecord};

/// What the app must be allowed, beside what the webhooks and the catalog need.
const SCOPE: &str = "write_products";

/// A step takes no longer: `take-orders` has 30 seconds (`stack/functions.yaml`).
pub(super) const STEP_AT_MOST: SignedDuration = SignedDuration::from_secs(30);

/// Switches a shop's stars at Shopify on and off.
#[derive(Clone)]
pub struct SwitchStars {
    pub store: Store,
    pub calls: ShopCalls,
    pub queue: OrderQueue,
}

pub enum StarsSwitch {
    Done,
    /// The shop is not connected with its own app.
    NoApp,
    Refused(ShopRefusal),
}

impl SwitchStars {
    /// A shop's stars at Shopify; `None` if it never switched them on, or all are taken away.
    pub async fn stars(&self, tenant: &Tenant) -> Result<Option<ShopStars>, Error> {
        Ok(self.store.one::<StarsRecord>(tenant, ()).await?.map(|known| known.stars))
    }

    /// Switches the stars on, if the shop's app may write products.
    pub async fn on(&self, caller: &Caller, now: Timestamp) -> Result<StarsSwitch, Error> {
        let connection = Rows(&self.store).integration(&caller.tenant, SYSTEM, &caller.keys).await?;
        let is_live = caller.tenant.mode == Mode::Live;
        let access = connection.filter(|known| is_live && known.is_asking).and_then(|known| known.access());
        let Some(access) = access else { return Ok(StarsSwitch::NoApp) };
        match ShopifyApi::open(&self.calls, &access).await {
            Ok(api) if api.may(SCOPE) => {}
            Ok(_) => return Ok(StarsSwitch::Refused(ShopRefusal::NotAllowed)),
            Err(refusal) => return Ok(StarsSwitch::Refused(refusal)),
        }
        let on =
            |before: ShopStars| ShopStars { is_off: false, refusal: None, is_given_up: false, others: None, ..before };
        self.switch(caller, "show_stars", on, now).await?;
        Ok(StarsSwitch::Done)
    }

    /// Takes all stars away that were written, if they were ever switched on.
    pub async fn off(&self, caller: &Caller, now: Timestamp) -> Result<(), Error> {
        if self.stars(&caller.tenant).await?.is_none() {
            return Ok(());
        }
        let off = |before: ShopStars| ShopStars { is_off: true, refusal: None, is_given_up: false, ..before };
        self.switch(caller, "take_stars_away", off, now).await
    }

    async fn switch(
        &self,
        caller: &Caller,
        operation: &str,
        switched: fn(ShopStars) -> ShopStars,
        now: Timestamp,
    ) -> Result<(), Error> {
        let (tenant, rows) = (&caller.tenant, Rows(&self.store));
        let entry = caller.entry(operation, SYSTEM.as_str(), [Value::Null, Value::Null], now);
        let (version, pause) = retry!(self.store, {
            let StarsRecord { stars, version, .. } = self.store.one(tenant, ()).await?.unwrap_or_default();
            // By then, a step that goes on meanwhile is over.
            let pause = if version == 0 { SignedDuration::ZERO } else { STEP_AT_MOST };
            let due_at = Some(now.saturating_add(pause).unwrap_or(now));
            let known = StarsRecord { stars: switched(stars), due_at, version };
            rows.save_stars(tenant, &known, None, None, Some(&entry)).await?;
            Ok::<_, TryError<Error>>((version + 1, pause))
        })?;
        self.queue.send_or_warn(&OrderTask::stars(tenant, version), pause).await;
        Ok(())
    }
}
