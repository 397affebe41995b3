//! The topics about which a shop's system calls Afterword.

use domain::values::{Mode, ShopSystem, Tenant};
use domain::words;

/// A topic of Shopify's webhooks.
#[derive(Debug, PartialEq, Eq)]
pub struct ShopTopic {
    /// Shopify's name for the topic, as in the header of its calls.
    pub name: &'static str,
    /// Whether only apps can subscribe to it. Shopify's admin does not offer such a topic.
    pub is_for_apps: bool,
}

const fn topic(name: &'static str) -> ShopTopic {
    ShopTopic { name, is_for_apps: false }
}

/// Shopify's topics about privacy. They are in an app's own configuration; neither the admin nor GraphQL can add them
/// (<https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance>).
pub const COMPLIANCE_TOPICS: [&str; 3] = ["customers/data_request", "customers/redact", "shop/redact"];

/// The lines of an app's `shopify.app.toml` that send [`COMPLIANCE_TOPICS`] to this address.
pub fn compliance_lines(url: &str) -> String {
    format!("[[webhooks.subscriptions]]\ncompliance_topics = {COMPLIANCE_TOPICS:?}\nuri = \"{url}\"\n")
}

/// The address that a shop's system calls.
pub fn inbound_url(base_url: &str, tenant: &Tenant, system: ShopSystem) -> String {
    let shop = match tenant.mode {
        Mode::Live => tenant.id.as_str().to_owned(),
        Mode::Test => tenant.to_string(),
    };
    format!("{base_url}/in/{}/{shop}", system.as_str())
}

impl ShopTopic {
    /// The topics that Afterword uses, in the order in which pages show them. [`COMPLIANCE_TOPICS`] are not in this list,
    /// because they are set up with the app itself. `orders/updated` has refunds, cancellations and new shipments, but not
    /// what becomes of a shipment. Shopify does not say that a new product counts as updated
    /// (<https://shopify.dev/docs/api/webhooks>).
    pub const ALL: &[Self] = &[
        topic("orders/create"),
        topic("orders/updated"),
        topic("orders/delete"),
        topic("fulfillments/update"),
        topic("products/create"),
        topic("products/update"),
        topic("products/delete"),
        Self { name: "app/uninstalled", is_for_apps: true },
    ];

    /// The name in Shopify's GraphQL, such as `ORDERS_CREATE`.
    pub fn in_graphql(&self) -> String {
        self.name.replace('/', "_").to_uppercase()
    }
}

words! {
    pub enum WebhookOutcome {
        Added = "added",
        /// The webhook already existed.
        Present = "present",
        Refused = "refused",
    }
}

words! {
    /// Why no webhooks were made in a shop's system.
    pub enum ShopRefusal {
        /// The name of the system's host leads to an address that is not on the internet.
        NotPublic = "not_public",
        /// Nobody answers at the address, or the certificate is invalid.
        NotConnected = "not_connected",
        /// The system did not answer in time. It may still have made webhooks.
        TimedOut = "timed_out",
        Redirected = "redirected",
        NoApi = "no_api",
        KeyRefused = "key_refused",
        /// The key's user or app does not have the permission, or a firewall stopped the call.
        NotAllowed = "not_allowed",
        Failed = "failed",
    }
}

/// What became of the webhook for a topic.
pub struct TopicWebhook {
    pub topic: &'static ShopTopic,
    pub outcome: WebhookOutcome,
}
