//! The clients and values that all pages share.

use app::clock::Clock;
use app::import::Imports;
use app::privacy::Privacy;
use app::request::{CancelRequest, CreateRequest, ReadRequests, SendNow};
use app::review::Moderate;
use app::shop::end::EndShop;
use app::shop::keys::ApiKeys;
use app::shop::settings::ShopSettings;
use app::shop::texts::ShopTexts;
use app::webhook::Webhooks;
use domain::values::Reach;
use edge::call::Calls;
use integrations::Integrations;
use members::{Console, Samples};

use crate::use_cases::{Customers, FindRequests, FindReviews};

/// The clients and values that all pages share.
pub(crate) struct Parts {
    /// Members, sign-ins and sessions; its fields are the table, the vault, the links, the send queue and the random source.
    pub console: Console,
    /// Connections to the shop's own systems.
    pub integrations: Integrations,
    /// API keys.
    pub keys: ApiKeys,
    /// The shop's endpoints, and the hosts that they may have.
    pub webhooks: Webhooks,
    pub reach: Reach,
    /// Ends the shop, and takes that back.
    pub end: EndShop,
    /// The shop's settings.
    pub settings: ShopSettings,
    /// Its own words, and tests of them.
    pub texts: ShopTexts,
    pub samples: Samples,
    /// Reads customers.
    pub customers: Customers,
    /// Calls of the API.
    pub calls: Calls,
    /// Creates requests.
    pub create: CreateRequest,
    /// Sends requests now.
    pub send_now: SendNow,
    /// Cancels requests.
    pub cancel: CancelRequest,
    /// Finds requests.
    pub requests: FindRequests,
    /// Reads what was sent.
    pub sent: ReadRequests,
    /// Exports and erases.
    pub privacy: Privacy,
    /// Finds reviews.
    pub reviews: FindReviews,
    /// Imports them.
    pub imports: Imports,
    /// Decides about them.
    pub moderate: Moderate,
    pub clock: Clock,
    /// The start of our pages' addresses, without a slash at the end.
    pub base_url: String,
}
