//! Processes one call from a shop's system: merges what it says about an order, then plans, moves or cancels the
//! order's requests.
//!
//! Told by `tests/stories/orders_in/outcomes.story`.

mod all;
mod erase;
mod order;
mod reading;
mod requests;
mod stars;

pub use self::order::TakenOrder;
pub(crate) use self::requests::waits;

use std::collections::BTreeSet;
use std::sync::Arc;

use app::caller::{Author, Caller, Who};
use app::clock::Clock;
use app::error::{Error, retry};
use app::privacy::PrivacyTask;
use app::queue::{MessageQueue, QUEUE_DELAY_MAX};
use app::request::{CancelRequest, CreateRequest};
use app::review::appear;
use domain::order::{Identifiers, Product, ProductId, Published, SystemProduct};
use domain::privacy::PrivacyKind;
use domain::values::{RequestId, ShopSystem, Tenant, Title};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;
use store::order::DescribedBy;
use store::shop::TenantRecord;
use store::table::Store;
use vault::{Random, Vault};

use crate::rows::STEP_QUEUED_FOR;
use crate::{
    Arrival, AskRules, Inbound, InboundRecord, InboundResult, IntegrationRecord, OrderQueue, OrderTask, Rows,
    ShopCalls, ShopReading, ShopifyDomain,
};

/// How long a run works before it queues the rest: half of the function's time.
const RUN_FOR: SignedDuration = SignedDuration::from_secs(15);
/// How long a failing call is retried. After that, its content is deleted, because it may be about a person who was
/// erased meanwhile.
const TRIED_FOR: SignedDuration = SignedDuration::from_hours(24);

/// When reconcile sends the step that follows this pause, if the queue loses it or cannot wait so long; and the pause, if it can.
fn step_after(pause: SignedDuration, now: Timestamp) -> (Timestamp, Option<SignedDuration>) {
    let queued_in = Some(pause).filter(|pause| *pause <= QUEUE_DELAY_MAX);
    let looked_after = queued_in.map_or(pause, |pause| pause + STEP_QUEUED_FOR);
    (now.saturating_add(looked_after).unwrap_or(now), queued_in)
}

/// Processes recorded calls.
#[derive(Clone)]
pub struct TakeOrders {
    pub store: Store,
    /// Decrypts the calls' content.
    pub vault: Arc<Vault>,
    pub create: CreateRequest,
    pub cancel: CancelRequest,
    pub privacy: MessageQueue<PrivacyTask>,
    /// The queue of calls, for work that does not fit into one run.
    pub orders: OrderQueue,
    pub random: Random,
    pub clock: Clock,
    /// Reads shops that have just connected.
    pub calls: ShopCalls,
}

pub(crate) struct CalledShop {
    /// The system, as a caller of the use cases.
    pub caller: Caller,
    pub record: TenantRecord,
    pub system: ShopSystem,
}

pub(crate) struct Done {
    pub result: InboundResult,
    pub reason: Option<String>,
    pub request: Option<RequestId>,
    /// The order's number as people know it, if known.
    pub order: Option<String>,
    pub is_new_order: bool,
}

impl Done {
    pub(crate) fn new(result: InboundResult, reason: Option<&str>) -> Self {
        Self { result, reason: reason.map(str::to_owned), request: None, order: None, is_new_order: false }
    }
}

impl TakeOrders {
    /// Processes a recorded call, or as much of it as fits into one run. Ignores a call that has a result, or that is
    /// too old to be listed.
    pub async fn run(&self, task: &OrderTask) -> Result<(), Error> {
        let now = self.clock.now();
        if let Some(version) = task.stars {
            return self.write_stars(&task.tenant, version, now).await;
        }
        if let Some(version) = task.reading {
            return self.read_on(task, version, now).await;
        }
        let OrderTask { tenant, system, call: Some(call), .. } = task.clone() else { return Ok(()) };
        let Some(record) = self.store.tenant(&tenant).await? else { return Ok(()) };
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let Some(InboundRecord { inbound, arrival: Some(arrival) }) =
            Rows(&self.store).inbound(&tenant, system, call, &keys).await?
        else {
            return Ok(());
        };
        let caller = Caller { tenant, keys, who: Who::System(system) };
        let shop = CalledShop { caller, record, system };
        let began = inbound.due_at.unwrap_or(inbound.id.minted_at());
        let done = match self.arrived(&shop, &inbound, arrival, task, now).await {
            Err(error) if now.duration_since(began) > TRIED_FOR => {
                tracing::error!(%error, call = call.get(), "a call has failed for a day");
                Some(Done::new(InboundResult::Refused, Some("failed")))
            }
            done => done?,
        };
        // The rest is queued, or follows later.
        let Some(Done { result, reason, request, order, is_new_order: _ }) = done else { return Ok(()) };
        let order = order.or_else(|| inbound.order.clone());
        let settled = Inbound { result: Some(result), reason, request, order, ..inbound };
        Ok(Rows(&self.store).update_inbound(&shop.caller.tenant, system, &settled).await?)
    }

    async fn arrived(
        &self,
        shop: &CalledShop,
        inbound: &Inbound,
        arrival: Arrival,
        task: &OrderTask,
        now: Timestamp,
    ) -> Result<Option<Done>, Error> {
        let connection = self.connection(shop, inbound.domain.as_ref()).await?;
        let domain = connection.as_ref().and_then(|connection| connection.domain.as_ref());
        if domain.zip(inbound.domain.as_ref()).is_some_and(|(domain, named)| domain != named) {
            return Ok(Some(Done::new(InboundResult::Refused, Some("other_shop"))));
        }
        if let Arrival::Export(_) | Arrival::Erase(_) | Arrival::EraseShop = arrival {
            self.note_privacy_call(shop, inbound.id.minted_at()).await?;
        }
        // Privacy calls are processed whatever happened to the connection, because people have these rights in any
        // case.
        match arrival {
            Arrival::Export(person) => {
                return self.about_person(shop, PrivacyKind::Export, &person, now).await.map(Some);
            }
            Arrival::Erase(person) => return self.about_person(shop, PrivacyKind::Erase, &person, now).await.map(Some),
            Arrival::EraseShop => return self.redact_shop(shop, inbound, task, now).await,
            Arrival::Order(_)
            | Arrival::Product(..)
            | Arrival::ProductDeleted(..)
            | Arrival::Rules
            | Arrival::Uninstalled => {}
        }
        let (Caller { tenant, .. }, system) = (&shop.caller, shop.system);
        let Some(connection) = connection.filter(IntegrationRecord::is_connected) else {
            return Ok(Some(Done::new(InboundResult::Ignored, Some("disconnected"))));
        };
        let done = match arrival {
            Arrival::Order(order) => self.order(shop, *order, connection.asks(), now).await?,
            Arrival::Product(product, at) => {
                let is_news = self.stored(shop, &product, at).await?;
                Done::new(InboundResult::Ignored, Some(if is_news { "product_stored" } else { "older" }))
            }
            Arrival::ProductDeleted(product, at) => {
                let is_news = self.delete_product(tenant, &connection, product, at).await?;
                Done::new(InboundResult::Ignored, Some(if is_news { "product_deleted" } else { "unchanged" }))
            }
            Arrival::Rules => {
                let is_done = self.plan_all(shop, task, now).await?;
                return Ok(is_done.then(|| Done::new(InboundResult::Planned, None)));
            }
            _ => {
                self.stop_asking(shop, "app_uninstalled", now).await?;
                if !self.plan_all(shop, task, now).await? {
                    return Ok(None);
                }
                Done::new(InboundResult::Stopped, Some("app_uninstalled"))
            }
        };
        // A program's order was counted with its call.
        if system != ShopSystem::Own {
            Rows(&self.store).count_call(tenant, system, done.is_new_order, now).await?;
        }
        Ok(Some(done))
    }

    /// Whether the call was news. Reviews that waited for the product appear with it.
    async fn stored(&self, shop: &CalledShop, product: &SystemProduct, at: Timestamp) -> Result<bool, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let is_news = self.store.put_product(tenant, product, DescribedBy::System, at).await?;
        if is_news {
            appear(&self.store, (tenant, keys), product, self.clock.now()).await?;
        }
        Ok(is_news)
    }

    /// Whether the call was news. While the shop is read, an unknown product leaves a tombstone.
    async fn delete_product(
        &self,
        tenant: &Tenant,
        connection: &IntegrationRecord,
        product: ProductId,
        at: Timestamp,
    ) -> Result<bool, Error> {
        if self.store.delete_product_of_system(tenant, &product, at).await? {
            return Ok(true);
        }
        match connection.reading.as_ref().is_some_and(ShopReading::goes_on) {
            true => self.leave_tombstone(tenant, product, at).await,
            false => Ok(false),
        }
    }

    /// The connection, even if it ended. Nothing signs the header in which Shopify names the shop, so the first call that
    /// `named` a shop decides which one all later calls must name.
    async fn connection(
        &self,
        shop: &CalledShop,
        named: Option<&ShopifyDomain>,
    ) -> Result<Option<IntegrationRecord>, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        retry!(self.store, {
            let known = Rows(&self.store).last_integration(tenant, shop.system, keys).await?;
            let (Some(record), Some(named)) = (&known, named) else { return Ok(known) };
            if record.domain.is_some() {
                return Ok(known);
            }
            let record = IntegrationRecord { domain: Some(named.clone()), ..record.clone() };
            Rows(&self.store).save_integration(tenant, &record, keys, None).await?;
            Ok(Some(record))
        })
    }

    /// Notes when the system last called about privacy, so that the shop sees whether its app is set up for it.
    async fn note_privacy_call(&self, shop: &CalledShop, at: Timestamp) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        retry!(self.store, {
            let known = Rows(&self.store).last_integration(tenant, shop.system, keys).await?;
            let Some(record) = known.filter(|known| known.privacy_called_at.is_none_or(|last| last < at)) else {
                return Ok(());
            };
            let noted = IntegrationRecord { privacy_called_at: Some(at), ..record };
            Ok(Rows(&self.store).save_integration(tenant, &noted, keys, None).await?)
        })
    }

    /// Hides a product that nothing described, because it may be on a page that is being read. `false` if it is described.
    async fn leave_tombstone(&self, tenant: &Tenant, id: ProductId, at: Timestamp) -> Result<bool, Error> {
        if self.store.listed_product(tenant, &id).await?.is_some_and(|listed| listed.is_described) {
            return Ok(false);
        }
        let title = Title::parse(id.as_str()).map_err(|rule| Error::Internal(rule.to_string()))?;
        let product =
            Product { id, title, description: None, image_url: None, url: None, identifiers: Identifiers::default() };
        let gone = SystemProduct { product, published: Published::Never, is_closed: false, labels: BTreeSet::new() };
        Ok(self.store.put_product(tenant, &gone, DescribedBy::System, at).await?)
    }

    pub(crate) async fn rules(&self, shop: &CalledShop) -> Result<Option<AskRules>, Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let known = Rows(&self.store).integration(tenant, shop.system, keys).await?;
        Ok(known.and_then(IntegrationRecord::asks))
    }

    /// Stops asking customers about the system's orders until the shop connects again, and records `why`. The
    /// connection's URL keeps working.
    async fn stop_asking(&self, shop: &CalledShop, why: &str, now: Timestamp) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        let by = Author { by: Some(shop.system.as_str().to_owned()) };
        let entry = by.entry(why, shop.system.as_str(), [Value::Null, Value::Null], now);
        retry!(self.store, {
            let known = Rows(&self.store).integration(tenant, shop.system, keys).await?;
            let Some(integration) = known.filter(|known| known.is_asking) else { return Ok(()) };
            let stopped = IntegrationRecord { is_asking: false, ..integration };
            Ok(Rows(&self.store).save_integration(tenant, &stopped, keys, Some(&entry)).await?)
        })
    }
}
