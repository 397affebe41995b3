//! The merchant's console: a shop reads its reviews and requests, decides, answers, and changes its settings.

mod api;
mod asset;
mod click;
mod cookie;
mod fields;
mod form;
mod gate;
mod language;
mod page;
mod pages;
mod parts;
mod place;
mod respond;
mod steps;
mod times;
mod ui;
mod use_cases;

use std::sync::Arc;

use app::import::Imports;
use app::message::suppressions::{ProviderList, Suppressions};
use app::privacy::Privacy;
use app::request::{CancelRequest, ReadRequests, SendNow};
use app::review::{Moderate, Reviews};
use app::shop::ShopSettings;
use app::shop::end::EndShop;
use app::shop::keys::ApiKeys;
use app::shop::texts::ShopTexts;
use app::webhook::Webhooks;
use axum::Router;
use domain::values::Language;
use edge::aws::StartError;
use edge::env::Env;
use edge::native;
use integrations::{Asks, BeginReading, Integrations, ShopCalls, ShopWebhooks, SwitchStars};
use members::Console;
use texts::Texts;

use crate::parts::Parts;
use crate::use_cases::{Customers, FindRequests, FindReviews};

pub use page::Route;
pub use pages::table;
pub use place::Needs;

edge::contents! {
    /// The function's routes at API Gateway: the console's API, and all its pages as one route. [`table`] lists the pages' routes.
    pub struct Contents(Arc<Parts>);
    dialect: native::api("The console", "The console: its members, links into it, the audit log, and its numbers."),
    handlers: [
        api::members::list,
        api::members::invite,
        api::members::remove,
        api::members::create_link,
        api::audit::list,
        api::numbers::show,
    ],
    any: ["/console", "/console/sign-in/{proxy+}", "/console/{proxy+}"],
}

pub fn routes(env: &Env) -> Result<Router, StartError> {
    env.prepare(|| Texts::console(Language::English).load());
    let (store, vault) = (env.store()?, env.vault()?);
    let (links, calls) = (env.links(&store, &vault)?, env.calls(&store, &vault)?);
    let (queue, webhooks, random) = (env.queue()?, env.webhook_queue()?, env.random.clone());
    let base_url = env.settings.get("BASE_URL")?.trim_end_matches('/').to_owned();
    let integrations = Integrations { store: store.clone(), random: random.clone() };
    let shop_calls = ShopCalls { outbound: env.outbound(), reach: env.reach() };
    let shop_webhooks = ShopWebhooks {
        integrations: integrations.clone(),
        calls: shop_calls.clone(),
        reading: BeginReading { store: store.clone(), queue: env.order_queue()? },
    };
    let cancel = CancelRequest { store: store.clone(), schedules: env.schedule_group()? };
    let send_now = SendNow { store: store.clone(), queue: queue.clone() };
    let console = Console {
        store: store.clone(),
        vault: Arc::clone(&vault),
        links: links.clone(),
        queue: queue.clone(),
        random: random.clone(),
    };
    let parts = Arc::new(Parts {
        calls,
        create: env.create_request(links.clone(), Some(env.schedules()?))?,
        asks: Asks {
            store: store.clone(),
            vault: Arc::clone(&vault),
            cancel: cancel.clone(),
            send_now: send_now.clone(),
        },
        orders: env.order_queue()?,
        send_now,
        cancel,
        reviews: FindReviews { reviews: Reviews { store: store.clone(), bucket: env.bucket()? } },
        imports: Imports { store: store.clone(), bucket: env.bucket()?, random: random.clone() },
        import_queue: env.import_queue()?,
        moderate: Moderate { store: store.clone(), files: env.photo_files()? },
        requests: FindRequests { store: store.clone(), vault: Arc::clone(&vault) },
        sent: ReadRequests { store: store.clone(), links: links.clone() },
        privacy: Privacy {
            store: store.clone(),
            bucket: env.bucket()?,
            queue: env.privacy_queue()?,
            random: random.clone(),
        },
        shop_webhooks,
        stars: SwitchStars { store: store.clone(), calls: shop_calls, queue: env.order_queue()? },
        integrations,
        keys: ApiKeys { store: store.clone(), random: random.clone() },
        webhooks: Webhooks { store: store.clone(), queue: webhooks, random: random.clone() },
        reach: env.reach(),
        end: EndShop { store: store.clone(), queue: env.privacy_queue()? },
        senders: env.senders(&store)?,
        settings: ShopSettings { store: store.clone() },
        texts: ShopTexts { store: store.clone(), links: links.clone() },
        customers: Customers { store: store.clone() },
        suppressions: Suppressions {
            store: store.clone(),
            bucket: env.bucket()?,
            provider_list: ProviderList { ses: env.later(ProviderList::client) },
        },
        console,
        clock: env.clock.clone(),
        base_url,
    });
    Ok(pages::routes(Contents::serve(Router::new(), ""), &parts))
}
