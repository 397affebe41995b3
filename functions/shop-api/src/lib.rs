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

use ::integrations::Integrations;
use app::message::suppressions::{ProviderList, Suppressions};
use app::shop::ShopSettings;
use app::shop::keys::ApiKeys;
use app::shop::texts::ShopTexts;
use app::webhook::Webhooks;
use axum::Router;
use domain::values::Reach;
use edge::aws::StartError;
use edge::call::Calls;
use edge::env::Env;
use edge::native;
use vault::Vault;

pub use crate::use_cases::Catalog;
use crate::use_cases::{Deliverability, MailIdentity};

struct Parts {
    calls: Calls,
    catalog: Catalog,
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

edge::contents! {
    /// The function's routes and their OpenAPI descriptions.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("Orders, products and settings", "The shop's products, orders, settings, API keys, webhooks and suppressions."),
    handlers: [
        orders::show,
        orders::put,
        products::list,
        products::show,
        products::put,
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
        integrations::rotate,
        integrations::deliveries,
        keys::list,
        keys::create,
        keys::delete,
    ],
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
        catalog: Catalog { store: store.clone(), random: env.random.clone() },
        settings: ShopSettings { store: store.clone() },
        texts: ShopTexts { store: store.clone(), links: env.links(&store, &vault)? },
        deliverability: Deliverability { store: store.clone(), identity },
        suppressions: Suppressions { store: store.clone(), provider_list: ProviderList { ses } },
        integrations: Integrations { store: store.clone(), random: env.random.clone() },
        base_url: env.settings.get("BASE_URL")?.to_owned(),
        keys: ApiKeys { store: store.clone(), random: env.random.clone() },
        vault,
        webhooks: Webhooks { store, queue, random: env.random.clone() },
        reach: env.reach(),
    });
    Ok(Contents::serve(Router::new(), "").with_state(parts))
}
