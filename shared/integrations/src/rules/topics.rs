//! The topics about which a shop's system calls Afterword.

use domain::values::{Mode, ShopSystem, Tenant};
use domain::words;

/// A topic of a system's webhooks.
#[derive(Debug, PartialEq, Eq)]
pub struct ShopTopic {
    /// The system's name for the topic, as in the header of its calls.
    pub name: &'static str,
    /// Whether only apps can subscribe to it. Shopify's admin does not offer such a topic.
    pub is_for_apps: bool,
}

const fn topic(name: &'static str) -> ShopTopic {
    ShopTopic { name, is_for_apps: false }
}

const fn app_topic(name: &'static str) -> ShopTopic {
    ShopTopic { name, is_for_apps: true }
}

const SHOPIFY: &[ShopTopic] = &[
    topic("orders/create"),
    topic("orders/updated"),
    topic("orders/fulfilled"),
    topic("orders/cancelled"),
    topic("orders/delete"),
    topic("fulfillments/create"),
    topic("fulfillments/update"),
    topic("refunds/create"),
    topic("products/create"),
    topic("products/update"),
    topic("products/delete"),
    // This topic has the exact time of a delivery.
    app_topic("fulfillment_events/create"),
    app_topic("app/uninstalled"),
];

const WOOCOMMERCE: &[ShopTopic] = &[
    topic("order.created"),
    topic("order.updated"),
    topic("order.deleted"),
    topic("order.restored"),
    topic("product.created"),
    topic("product.updated"),
    topic("product.deleted"),
];

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
    /// because they are set up with the app itself.
    pub const fn all(system: ShopSystem) -> &'static [Self] {
        match system {
            ShopSystem::Shopify => SHOPIFY,
            ShopSystem::WooCommerce => WOOCOMMERCE,
        }
    }

    /// The name in Shopify's GraphQL, such as `ORDERS_CREATE`.
    pub fn in_graphql(&self) -> String {
        self.name.replace('/', "_").to_uppercase()
    }
}

words! {
    pub enum WebhookOutcome {
        Added = "added",
        /// The webhook already existed. WooCommerce's was set again, with the connection's secret.
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
        /// WordPress knows the API only as a parameter of its front page. WooCommerce accepts no keys there.
        PlainPermalinks = "plain_permalinks",
        KeyRefused = "key_refused",
        ReadOnly = "read_only",
        /// The key's user or app does not have the permission, or a firewall stopped the call.
        NotAllowed = "not_allowed",
        Failed = "failed",
    }
}

impl ShopRefusal {
    /// Whether the system refused the key itself, so that it is not tried again day after day.
    pub const fn ends_looks(self) -> bool {
        match self {
            Self::NoApi | Self::PlainPermalinks | Self::KeyRefused | Self::ReadOnly | Self::NotAllowed => true,
            Self::NotPublic | Self::NotConnected | Self::TimedOut | Self::Redirected | Self::Failed => false,
        }
    }
}
