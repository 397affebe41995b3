//! The clients and values that all pages share.

use std::sync::Arc;

use app::clock::Clock;
use app::import::{ImportTask, Imports};
use app::message::suppressions::Suppressions;
use app::privacy::Privacy;
use app::queue::MessageQueue;
use app::request::{CancelRequest, CreateRequest, ReadRequests, SendNow};
use app::review::Moderate;
use app::shop::ShopSettings;
use app::shop::end::EndShop;
use app::shop::keys::ApiKeys;
use app::shop::sender::Senders;
use app::shop::texts::ShopTexts;
use app::webhook::Webhooks;
use domain::values::Reach;
use edge::call::Calls;
use integrations::{Integrations, ShopWebhooks};
use members::Console;

use crate::place::Place;
use crate::use_cases::{Approvals, Customers, FindRequests, FindReviews};

pub(crate) struct Parts {
    /// Members, sign-ins and sessions. Its fields are the table, the vault, the links, the send queue and the source of
    /// random numbers.
    pub console: Console,
    pub integrations: Integrations,
    /// Makes webhooks in the shop's own system.
    pub shop_webhooks: ShopWebhooks,
    pub approvals: Approvals,
    pub keys: ApiKeys,
    /// The shop's endpoints, and the rules for their hosts.
    pub webhooks: Webhooks,
    pub reach: Reach,
    /// Ends and restores the shop.
    pub end: EndShop,
    pub settings: ShopSettings,
    /// The shop's own sender.
    pub senders: Senders,
    /// The shop's own words.
    pub texts: ShopTexts,
    pub customers: Customers,
    pub suppressions: Suppressions,
    pub calls: Calls,
    pub create: CreateRequest,
    pub send_now: SendNow,
    pub cancel: CancelRequest,
    pub requests: FindRequests,
    pub sent: ReadRequests,
    pub privacy: Privacy,
    pub reviews: FindReviews,
    pub imports: Imports,
    pub import_queue: MessageQueue<ImportTask>,
    pub moderate: Moderate,
    pub clock: Clock,
    /// The start of the URLs of our pages, without a trailing slash.
    pub base_url: String,
    /// The navigation.
    pub places: Arc<[&'static Place]>,
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;
