//! One call of a shop's system: what it says of an order is merged, and the order's request is planned, moved or withdrawn.

mod erase;
mod order;
mod requests;

use std::sync::Arc;

use app::privacy::PrivacyTask;
use app::request::{CancelRequest, CreateRequest};
use app::retry::retry;
use app::{Caller, Clock, Error, MessageQueue, TenantRecord, WebhookQueue};
use domain::{PrivacyKind, RequestId, ShopSystem};
use jiff::Timestamp;
use store::Store;
use vault::{Random, Vault};

use crate::{Arrival, Inbound, InboundRecord, InboundResult, IntegrationRecord, OrderTask, Rows};

/// Does what follows from calls.
///
/// # Errors
/// Methods fail on storage, KMS or queue failures.
#[derive(Clone)]
pub struct TakeOrders {
    /// The table.
    pub store: Store,
    /// Opens what the calls say.
    pub vault: Arc<Vault>,
    /// Makes requests.
    pub create: CreateRequest,
    /// Withdraws them.
    pub cancel: CancelRequest,
    /// Wakes the sender of webhooks.
    pub webhooks: WebhookQueue,
    /// The queue of the function `privacy`.
    pub privacy: MessageQueue<PrivacyTask>,
    /// Draws ids.
    pub random: Random,
    /// Tells the time.
    pub clock: Clock,
}

/// The shop whose system called.
pub(crate) struct CalledShop {
    /// The system as a caller of the use cases.
    pub caller: Caller,
    pub record: TenantRecord,
    pub integration: IntegrationRecord,
}

/// The result of a call.
pub(crate) struct Done {
    pub result: InboundResult,
    pub reason: Option<String>,
    pub request: Option<RequestId>,
    /// The order as people type it, if that is known by now.
    pub order: Option<String>,
    /// Whether nothing was known of the order before.
    pub is_new_order: bool,
}

impl Done {
    pub(crate) fn new(result: InboundResult, reason: Option<&str>) -> Self {
        Self { result, reason: reason.map(str::to_owned), request: None, order: None, is_new_order: false }
    }
}

impl TakeOrders {
    /// Does what follows from a recorded call. One that is done, or too old to be listed, is left alone.
    pub async fn run(&self, task: &OrderTask) -> Result<(), Error> {
        let now = self.clock.now();
        let (tenant, system, call) = task.parse().map_err(|rule| Error::Internal(rule.to_string()))?;
        let Some(record) = self.store.tenant(&tenant).await? else { return Ok(()) };
        let keys = self.vault.tenant(&tenant, &record.root, now).await?;
        let Some(InboundRecord { inbound, arrival: Some(arrival) }) =
            Rows(&self.store).inbound(&tenant, system, call, &keys).await?
        else {
            return Ok(());
        };
        let integration = Rows(&self.store).integration(&tenant, system, &keys).await?;
        let identity = Some(system.identity());
        let key_id = system.as_str().to_owned();
        let caller = Caller { tenant, keys, identity, member: None, key_id, scopes: Vec::new() };
        match integration {
            Some(integration) => {
                let shop = CalledShop { caller, record, integration };
                let done = self.arrived(&shop, arrival, now).await?;
                Rows(&self.store).count_call(&shop.caller.tenant, system, done.is_new_order, now).await?;
                self.settle(&shop.caller, system, inbound, done).await
            }
            None => {
                let done = Done::new(InboundResult::Ignored, Some("disconnected"));
                self.settle(&caller, system, inbound, done).await
            }
        }
    }

    async fn settle(&self, caller: &Caller, system: ShopSystem, inbound: Inbound, done: Done) -> Result<(), Error> {
        let Done { result, reason, request, order, is_new_order: _ } = done;
        let order = order.or_else(|| inbound.order.clone());
        let settled = Inbound { result: Some(result), reason, request, order, ..inbound };
        Ok(Rows(&self.store).settle_inbound(&caller.tenant, system, &settled).await?)
    }

    async fn arrived(&self, shop: &CalledShop, arrival: Arrival, now: Timestamp) -> Result<Done, Error> {
        let Caller { tenant, .. } = &shop.caller;
        match arrival {
            Arrival::Order { id, state } => self.order(shop, &id, *state, now).await,
            Arrival::Product(product, at) => {
                let is_news = self.store.put_product_of_system(tenant, &product, at).await?;
                Ok(Done::new(InboundResult::Ignored, Some(if is_news { "product_stored" } else { "older" })))
            }
            Arrival::Export(person) => self.about_person(shop, PrivacyKind::Export, &person, now).await,
            Arrival::Erase(person) => self.about_person(shop, PrivacyKind::Erase, &person, now).await,
            Arrival::Uninstalled => {
                self.stop_asking(shop).await?;
                Ok(Done::new(InboundResult::Stopped, Some("app_uninstalled")))
            }
            Arrival::EraseShop => {
                self.stop_asking(shop).await?;
                self.erase_shop(shop, now).await
            }
        }
    }

    /// Lets the system ask nobody until the shop connects again. Its address goes on working.
    async fn stop_asking(&self, shop: &CalledShop) -> Result<(), Error> {
        let Caller { tenant, keys, .. } = &shop.caller;
        retry!(self.store, {
            let known = Rows(&self.store).integration(tenant, shop.integration.system, keys).await?;
            let Some(integration) = known.filter(|known| known.is_asking) else { return Ok(()) };
            let stopped = IntegrationRecord { is_asking: false, ..integration };
            Ok(Rows(&self.store).save_integration(tenant, &stopped, keys, None).await?)
        })
    }
}
