//! What a shop manages: orders and products, so that emails and pages show what was bought; settings, texts, deliverability,
//! suppressions, API keys, webhooks and connected systems.

mod connection;
mod integrations;
mod keys;
mod orders;
mod products;
mod settings;
mod suppressions;
mod texts;
mod use_cases;
mod webhooks;
mod wire;

use std::sync::Arc;

use ::integrations::{Asks, Integrations};
use app::caller::Caller;
use app::message::suppressions::{ProviderList, Suppressions};
use app::request::{CancelRequest, SendNow};
use app::shop::ShopSettings;
use app::shop::keys::ApiKeys;
use app::shop::texts::ShopTexts;
use app::webhook::Webhooks;
use axum::Router;
use axum::extract::Request;
use axum::http::HeaderMap;
use domain::values::{Reach, SCOPE_CATALOG_WRITE, ShopSystem};
use edge::aws::StartError;
use edge::call::{Call, Calls};
use edge::env::Env;
use edge::error::Error;
use edge::native;
use edge::native::deliveries::DeliveryStatusWord;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use vault::Vault;

use crate::use_cases::Catalog;
use crate::use_cases::{Connected, Deliverability, MailIdentity};
use crate::wire::ReasonWord;

struct Parts {
    calls: Calls,
    catalog: Catalog,
    connected: Connected,
    asks: Asks,
    settings: ShopSettings,
    texts: ShopTexts,
    deliverability: Deliverability,
    suppressions: Suppressions,
    webhooks: Webhooks,
    reach: Reach,
    keys: ApiKeys,
    integrations: Integrations,
    vault: Arc<Vault>,
    base_url: String,
}

type SharedParts = edge::http::Shared<Parts>;

/// Who writes orders or products.
struct Writer {
    caller: Caller,
    now: Timestamp,
    /// The system of the connection whose key it is.
    connection: Option<ShopSystem>,
}

impl Parts {
    async fn writer(&self, headers: &HeaderMap) -> Result<Writer, Error> {
        self.caller(headers, SCOPE_CATALOG_WRITE).await
    }

    /// The caller with this scope, or with the key of a connection.
    async fn caller(&self, headers: &HeaderMap, scope: &'static str) -> Result<Writer, Error> {
        let call = self.calls.or_connected().bare(headers, scope).await?;
        let connection = self.integrations.connection(&call.caller, headers, call.now).await?;
        let Call { caller, now, .. } = call;
        Ok(Writer { caller, now, connection })
    }

    /// Nothing of a connection's call is read before it is known that its own shop makes it.
    async fn writes<I: DeserializeOwned>(&self, request: Request) -> Result<(Writer, I), Error> {
        let (head, body) = request.into_parts();
        let call = self.calls.or_connected().bare(&head.headers, SCOPE_CATALOG_WRITE).await?;
        let connection = self.integrations.connection(&call.caller, &head.headers, call.now).await?;
        let Call { caller, now, input, .. } = call.json(&head.headers, body).await?;
        Ok((Writer { caller, now, connection }, input))
    }

    /// Like [`writes`](Self::writes), for many rows.
    async fn writes_rows<I: DeserializeOwned>(&self, request: Request) -> Result<(Writer, I), Error> {
        let (head, body) = request.into_parts();
        let call = self.calls.or_connected().bare_of_many(&head.headers, SCOPE_CATALOG_WRITE).await?;
        let connection = self.integrations.connection(&call.caller, &head.headers, call.now).await?;
        let Call { caller, now, input, .. } = call.json_rows(&head.headers, body).await?;
        Ok((Writer { caller, now, connection }, input))
    }
}

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Orders, products and settings", "The shop's products, orders, settings, API keys, webhooks and suppressions."),
    handlers: [
        orders::post,
        orders::show,
        orders::put,
        orders::delete,
        orders::ask,
        orders::do_not_ask,
        products::list,
        products::post,
        products::show,
        products::put,
        products::delete,
        settings::show,
        settings::put,
        texts::show,
        texts::put,
        texts::preview,
        settings::show_deliverability,
        settings::release,
        suppressions::list,
        suppressions::show,
        suppressions::put,
        suppressions::delete,
        webhooks::list,
        webhooks::create,
        webhooks::show,
        webhooks::change,
        webhooks::delete,
        webhooks::rotate,
        webhooks::test,
        webhooks::log::list,
        webhooks::log::replay,
        webhooks::log::replay_since,
        connection::connect,
        connection::show,
        connection::delete,
        integrations::list,
        integrations::show,
        integrations::put,
        integrations::delete,
        integrations::deliveries,
        keys::list,
        keys::create,
        keys::delete,
    ],
    components: (schemas(DeliveryStatusWord, ReasonWord)),
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    let store = env.store()?;
    let vault = env.vault()?;
    let queue = env.webhook_queue()?;
    let domain = env.settings.get("MAIL_DOMAIN")?.to_owned();
    let ses = env.later(ProviderList::client);
    let identity = MailIdentity::new(ses.clone(), domain);
    let parts = Arc::new(Parts {
        calls: env.calls(&store, &vault)?,
        catalog: Catalog { store: store.clone(), queue: env.order_queue()? },
        connected: Connected { store: store.clone(), queue: env.order_queue()? },
        asks: Asks {
            store: store.clone(),
            vault: Arc::clone(&vault),
            cancel: CancelRequest { store: store.clone(), schedules: env.schedule_group()? },
            send_now: SendNow { store: store.clone(), queue: env.queue()? },
        },
        settings: ShopSettings { store: store.clone() },
        texts: ShopTexts { store: store.clone(), links: env.links(&store, &vault)? },
        deliverability: Deliverability { store: store.clone(), identity },
        suppressions: Suppressions { store: store.clone(), bucket: env.bucket()?, provider_list: ProviderList { ses } },
        integrations: Integrations { store: store.clone(), random: env.random.clone() },
        base_url: env.settings.get("BASE_URL")?.to_owned(),
        keys: ApiKeys { store: store.clone(), random: env.random.clone() },
        vault,
        webhooks: Webhooks { store, queue, random: env.random.clone() },
        reach: env.reach(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
