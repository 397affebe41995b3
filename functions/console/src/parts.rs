//! What handlers get: the clients and values that all pages share, and the person who is signed in.

use std::ops::Deref;
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
use axum::http::HeaderMap;
use domain::values::{EmailAddress, Reach};
use edge::call::Calls;
use integrations::{Asks, Integrations, OrderQueue, ShopWebhooks, SwitchStars};
use jiff::Timestamp;
use members::{Console, Cookie, Entered, Role};
use serde_json::Value;
use texts::Texts;

use crate::cookie::{self, SESSION};
use crate::form::{Failure, Flash};
use crate::language::preferred;
use crate::use_cases::{Customers, FindRequests, FindReviews};

pub(crate) struct Parts {
    /// Members, sign-ins and sessions. Its fields are the table, the vault, the links, the send queue and the source of
    /// random numbers.
    pub console: Console,
    pub integrations: Integrations,
    /// Makes webhooks in the shop's own system.
    pub shop_webhooks: ShopWebhooks,
    pub stars: SwitchStars,
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
    /// What becomes of the orders of connected systems, and the queue in which they are planned again.
    pub asks: Asks,
    pub orders: OrderQueue,
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
}

pub(crate) type SharedParts = edge::http::Shared<Parts>;

/// The signed-in person, whose role was checked against the route's.
#[derive(Clone)]
pub(crate) struct Viewer {
    entered: Arc<Entered>,
    /// When the call arrived. Everything that the call does happens at this time.
    pub now: Timestamp,
    /// The texts in the person's language.
    pub texts: Texts,
    pub flash: Option<Flash>,
}

impl Deref for Viewer {
    type Target = Entered;

    fn deref(&self) -> &Entered {
        &self.entered
    }
}

impl Viewer {
    /// The person with the session in these headers; `None` if nobody is signed in, or not any more.
    pub(crate) async fn find(parts: &Parts, headers: &HeaderMap) -> Result<Option<Self>, Failure> {
        let now = parts.clock.now();
        let Some(cookie) = cookie::find(headers, SESSION).and_then(Cookie::parse) else { return Ok(None) };
        let Some(entered) = parts.console.enter(cookie, now).await? else { return Ok(None) };
        let texts = Texts::console(entered.chosen_language().unwrap_or_else(|| preferred(headers)));
        Ok(Some(Self { entered: Arc::new(entered), now, texts, flash: Flash::find(headers, now) }))
    }

    /// The text for one of the API's words or, if there is none, the word itself.
    pub(crate) fn word(&self, prefix: &str, word: &str) -> String {
        let said = self.texts.say(&format!("{prefix}-{word}")).to_string();
        if said.is_empty() { word.replace('_', " ") } else { said }
    }

    pub(crate) fn may(&self, role: Role) -> bool {
        self.role.includes(role)
    }

    pub(crate) fn is_owner(&self) -> bool {
        self.may(Role::Owner)
    }

    /// Whether the person decides about reviews and requests.
    pub(crate) fn is_moderator(&self) -> bool {
        self.may(Role::Moderator)
    }

    /// Records in the audit log what the person is about to see or get: a link leads to the customer's page, and a
    /// downloaded file can be passed on.
    pub(crate) async fn record(&self, parts: &Parts, what: &str, target: impl ToString) -> Result<(), Failure> {
        let entry = self.caller().entry(what, target, [Value::Null, Value::Null], self.now);
        parts.console.store.record(Some(&self.tenant), &entry).await?;
        Ok(())
    }

    /// The public address of this part of the shop's reviews; `None` if they are not public.
    pub(crate) fn public(&self, base_url: &str, place: &str) -> Option<String> {
        self.shop.shows_reviews(&self.tenant).then(|| format!("{base_url}/p/{}/{place}", self.tenant.id.as_str()))
    }

    pub(crate) fn email(&self) -> Option<EmailAddress> {
        self.members.email(self.id.as_ref()?, &self.keys).ok().flatten()
    }
}
